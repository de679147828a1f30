import { CodePage } from '~/components/identity/code-page';
import { signInCodeForm } from '~/domain/identity/phone-form';
import { signInByCode } from '~/domain/identity/sign-in-by-code.server';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { offersPasskey } from '~/web/passkey.server';
import { readCodePage, readPendingSignIn } from '~/web/pending-sign-in.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { answerSignedIn, deviceName } from '~/web/signed-in.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).identity.signIn.codeTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** The browser says through it whether it could keep a passkey. */
export const handle = { enhance: 'passkey' };

export async function loader(args: LoaderFunctionArgs) {
  return readCodePage(args);
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireRight(args, 'public');
  const { app, language, now } = asked;
  const pending = readPendingSignIn(args.request, app.ports.secrets);
  if (!pending) return redirectTo('/masuk', language);
  const form = await parseForm(args.request, signInCodeForm);
  if (!form.ok) return formResponse(form);
  const device = deviceName(args.request);
  const signedIn = await signInByCode(app, { phone: pending.phone, code: form.value.code, device, language, now });
  if (!signedIn.ok) return refusalResponse(signedIn.refusal, language);
  const isOffered = offersPasskey(args, { isAble: form.value.passkey === 'bisa', next: pending.next });
  return answerSignedIn(args.request, asked, signedIn.value, { next: pending.next, offersPasskey: isOffered });
}

export default function SignInCode() {
  const { phone, inbox } = useLoaderData<typeof loader>();
  return <CodePage phone={phone} inbox={inbox} failed={useActionData<typeof action>()} />;
}
