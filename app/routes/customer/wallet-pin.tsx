import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { NewPinFields, NextField } from '~/components/wallet/new-pin-fields';
import { WalletPage, withNext } from '~/components/wallet/wallet-page';
import { pinSetForm } from '~/domain/wallet/pin-form';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
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
  { title: `${wordsFor(languageOf(location.pathname)).wallet.pin.setTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** The first PIN makes the wallet; who has one is sent to changing it. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const next = readNext(new URL(args.request.url).searchParams.get('lanjut'), language);
  const account = await readSpendingAccount(app.db, person.id);
  if (account?.hasPin) throw redirectTo(withNext('/dompet/pin/ganti', next), language);
  return { next };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const form = await parseForm(args.request, pinSetForm);
  if (!form.ok) return formResponse(form);
  const set = await setPin(app, { personId: person.id, phone: person.phone, pin: form.value.newPin });
  if (!set.ok) return refusalResponse(set.refusal, language);
  return redirectTo(withNext('/dompet', readNext(form.value.lanjut, language)), language);
}

export default function WalletPin() {
  const { wallet } = useWords();
  const words = wallet.pin;
  const { next } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <WalletPage title={words.setTitle} lead={words.setLead} next={next}>
      <RefusalNotice refusal={failed?.refusal} />
      <Form errors={failed?.errors} summary={false}>
        <NextField next={next} />
        <NewPinFields />
        <p className="field-hint">{words.secret}</p>
        <Button variant="primary" wide>
          {words.set}
        </Button>
      </Form>
    </WalletPage>
  );
}
