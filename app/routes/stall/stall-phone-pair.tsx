import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextField } from '~/components/ui/text-field';
import { pairStallPhone, readPairing } from '~/domain/identity/pair-stall-phone.server';
import { newStallPinForm } from '~/domain/identity/stall-pin';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { formResponse, pageData, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { answerStallSignedIn, deviceName } from '~/web/signed-in.server';
import { writeStallPhoneCookie } from '~/web/stall-phone-cookie.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.stallPhones.pair} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** Whoever has this address can sell for the stall: it stays in no cache. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

/** Opening shows, a form acts: previews in chats open links. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const found = await readPairing(app.db, { token: args.params.token ?? '', now });
  const merchant = found && (await readMerchant(app.db, found.merchantId));
  if (!merchant) return pageData({ pairing: null }, { status: 410 });
  return pageData({ pairing: { cashierName: found.cashierName, stall: merchant.stallName } });
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireRight(args, 'public');
  const { app, language } = asked;
  const form = await parseForm(args.request, newStallPinForm);
  if (!form.ok) return formResponse(form);
  const device = deviceName(args.request);
  const paired = await pairStallPhone(app, { token: args.params.token ?? '', pin: form.value.newPin, device });
  if (!paired.ok) return refusalResponse(paired.refusal, language);
  const { secret, session, merchantId } = paired.value;
  const to = pathTo(`/usaha/${merchantId}/papan`, language);
  return answerStallSignedIn(args.request, asked, session, {
    to,
    cookies: [writeStallPhoneCookie(args.request, secret)],
  });
}

export default function StallPhonePair() {
  const words = useWords().people.stallPhones;
  const language = useLanguage();
  const { pairing } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!pairing) {
    return (
      <PublicPage title={words.linkGone} lead={words.pairGone} width="narrow">
        <ButtonLink href={pathTo('/masuk', language)}>{words.toSignIn}</ButtonLink>
      </PublicPage>
    );
  }
  const pin = {
    type: 'password',
    inputMode: 'numeric',
    autoComplete: 'new-password',
    maxLength: 6,
    code: true,
  } as const;
  return (
    <PublicPage title={words.pairTitle(pairing.stall)} lead={words.pairLead(pairing.cashierName)} width="narrow">
      <div className="stack">
        <RefusalNotice refusal={failed?.refusal} tone="attention" />
        <Form errors={failed?.errors}>
          <TextField name="newPin" label={words.newPin} hint={words.newPinHint} {...pin} />
          <TextField name="againPin" label={words.againPin} {...pin} />
          <Button variant="primary" wide>
            {words.pair}
          </Button>
        </Form>
        <p className="soft">{words.pairNote}</p>
      </div>
    </PublicPage>
  );
}
