import { CodePage } from '~/components/identity/code-page';
import { requestSignInCode } from '~/domain/identity/request-sign-in-code.server';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { readCodePage, readPendingSignIn } from '~/web/pending-sign-in.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).identity.signIn.codeTitle} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** Shown only after a refused resend; opened by itself it is the code page. */
export async function loader(args: LoaderFunctionArgs) {
  return readCodePage(args);
}

export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const { secrets } = app.ports;
  const pending = readPendingSignIn(args.request, secrets);
  if (!pending) return redirectTo('/masuk', language);
  const sent = await requestSignInCode(app, { phone: pending.phone, sender: args.context.address, language, now });
  return sent.ok ? redirectTo('/masuk/kode', language) : refusalResponse(sent.refusal, language);
}

export default function SignInResend() {
  const { phone, inbox } = useLoaderData<typeof loader>();
  return <CodePage phone={phone} inbox={inbox} failed={useActionData<typeof action>()} />;
}
