import { Button, ButtonLink } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { NewPinFields, NextField } from '~/components/wallet/new-pin-fields';
import { WalletPage, withNext } from '~/components/wallet/wallet-page';
import { changePin } from '~/domain/wallet/change-pin.server';
import { pinChangeForm } from '~/domain/wallet/pin-form';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { readNext } from '~/web/signed-in.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).wallet.pin.changeTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requireRight(args, 'signed_in');
  return { next: readNext(new URL(args.request.url).searchParams.get('lanjut'), language) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const form = await parseForm(args.request, pinChangeForm);
  if (!form.ok) return formResponse(form);
  const { oldPin, newPin, lanjut } = form.value;
  const changed = await changePin(app, { personId: person.id, phone: person.phone, pin: oldPin, newPin });
  if (!changed.ok) return refusalResponse(changed.refusal, language);
  return redirectTo(withNext('/dompet', readNext(lanjut, language)), language);
}

export default function WalletPinChange() {
  const { wallet } = useWords();
  const language = useLanguage();
  const words = wallet.pin;
  const { next } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const forgotten = (
    <ButtonLink href={withNext(pathTo('/dompet/pin/lupa', language), next)}>{words.forgotten}</ButtonLink>
  );
  return (
    <WalletPage title={words.changeTitle} next={next}>
      <RefusalNotice refusal={failed?.refusal} ways={forgotten} />
      <Form errors={failed?.errors} summary={false}>
        <NextField next={next} />
        <TextField
          name="oldPin"
          label={words.old}
          type="password"
          inputMode="numeric"
          autoComplete="current-password"
          maxLength={6}
          code
        />
        <NewPinFields />
        <p className="field-hint">{words.secret}</p>
        <Button variant="primary" wide>
          {words.change}
        </Button>
      </Form>
      {failed?.refusal ? null : <p>{forgotten}</p>}
    </WalletPage>
  );
}
