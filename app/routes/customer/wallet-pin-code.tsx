import { PinResetPage } from '~/components/wallet/pin-reset-page';
import { requestSignInCode } from '~/domain/identity/request-sign-in-code.server';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { maskPhone } from '~/shared/phone';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
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

/** Shown only after a refused sending; a code sent a moment ago still works, so its form is there. */
export async function loader(args: LoaderFunctionArgs) {
  const { person } = await requireRight(args, 'signed_in');
  return { phone: person.phone ? maskPhone(person.phone) : null };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const lanjut = (await readFormData(args.request)).get('lanjut');
  const next = readNext(typeof lanjut === 'string' ? lanjut : null, language);
  const back = `/dompet/pin/lupa?kode=terkirim${next ? `&lanjut=${encodeURIComponent(next)}` : ''}`;
  const { phone } = person;
  if (!phone) return redirectTo('/dompet/pin/lupa', language);
  const sent = await requestSignInCode(app, { phone, sender: args.context.address, language, now });
  return sent.ok ? redirectTo(back, language) : refusalResponse(sent.refusal, language);
}

export default function WalletPinCode() {
  const { phone } = useLoaderData<typeof loader>();
  return <PinResetPage phone={phone} inbox={null} isSent next={null} failed={useActionData<typeof action>()} />;
}
