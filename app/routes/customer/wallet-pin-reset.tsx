import { PinResetPage } from '~/components/wallet/pin-reset-page';
import { withNext } from '~/components/wallet/wallet-page';
import { pinResetForm } from '~/domain/wallet/pin-form';
import { resetPin } from '~/domain/wallet/reset-pin.server';
import { wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { maskPhone } from '~/shared/phone';
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
  { title: `${wordsFor(languageOf(location.pathname)).wallet.pin.resetTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const { searchParams } = new URL(args.request.url);
  const inbox = app.config.developmentInbox === 'on' ? pathTo('/dev/pesan', language) : null;
  const isSent = searchParams.get('kode') === 'terkirim' || args.request.method === 'POST';
  return {
    phone: person.phone ? maskPhone(person.phone) : null,
    inbox,
    isSent,
    next: readNext(searchParams.get('lanjut'), language),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language } = await requireRight(args, 'signed_in');
  const form = await parseForm(args.request, pinResetForm);
  if (!form.ok) return formResponse(form);
  const { code, newPin, lanjut } = form.value;
  if (!person.phone) return redirectTo('/dompet/pin/lupa', language);
  const reset = await resetPin(app, { personId: person.id, phone: person.phone, code, newPin });
  if (!reset.ok) return refusalResponse(reset.refusal, language, { typed: form.typed });
  return redirectTo(withNext('/dompet', readNext(lanjut, language)), language);
}

export default function WalletPinReset() {
  const failed = useActionData<typeof action>();
  const data = useLoaderData<typeof loader>();
  return <PinResetPage {...data} isSent={data.isSent || failed !== undefined} failed={failed} />;
}
