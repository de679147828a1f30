import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { readStallPhone } from '~/domain/identity/read-stall-phones.server';
import { signInAtStall } from '~/domain/identity/sign-in-at-stall.server';
import { stallPinForm } from '~/domain/identity/stall-pin';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo, safePath } from '~/shared/paths';
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
import { answerStallSignedIn, deviceName, readNext } from '~/web/signed-in.server';
import { readStallPhoneSecret } from '~/web/stall-phone-cookie.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.stallPhones.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'public');
  const secret = readStallPhoneSecret(args.request);
  const phone = secret && (await readStallPhone(app.db, secret));
  const merchant = phone ? await readMerchant(app.db, phone.merchantId) : null;
  const next = readNext(new URL(args.request.url).searchParams.get('lanjut'), language);
  return { next, phone: phone && merchant ? { cashierName: phone.cashierName, stall: merchant.stallName } : null };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireRight(args, 'public');
  const { app, language } = asked;
  const secret = readStallPhoneSecret(args.request);
  const phone = secret && (await readStallPhone(app.db, secret));
  if (!secret || !phone) return redirectTo('/hp-lapak', language);
  const form = await parseForm(args.request, stallPinForm);
  if (!form.ok) return formResponse(form);
  const signedIn = await signInAtStall(app, { secret, pin: form.value.pin, device: deviceName(args.request) });
  if (!signedIn.ok) return refusalResponse(signedIn.refusal, language);
  const next = readNext(form.value.lanjut, language);
  const to = safePath(next, pathTo(`/usaha/${phone.merchantId}/papan`, language));
  return answerStallSignedIn(args.request, asked, signedIn.value, { to });
}

export default function StallPhoneSignIn() {
  const words = useWords().people.stallPhones;
  const language = useLanguage();
  const { phone, next } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!phone) {
    return (
      <PublicPage title={words.notOne} lead={words.notOneHelp} width="narrow">
        <ButtonLink href={pathTo('/masuk', language)}>{words.toSignIn}</ButtonLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={words.signInTitle(phone.stall)} lead={words.signInLead(phone.cashierName)} width="narrow">
      <div className="stack">
        <RefusalNotice refusal={failed?.refusal} tone="attention" />
        <Form errors={failed?.errors} summary={false}>
          {next ? <input type="hidden" name="lanjut" value={next} /> : null}
          <TextField
            name="pin"
            label={words.pin}
            type="password"
            inputMode="numeric"
            autoComplete="current-password"
            maxLength={6}
            code
          />
          <Button variant="primary" wide>
            {words.open}
          </Button>
        </Form>
        <p className="soft">{words.forgot}</p>
      </div>
    </PublicPage>
  );
}
