import { CodePage } from '~/components/identity/code-page';
import { sendSignInCode } from '~/domain/identity/send-sign-in-code.server';
import { wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { showPhone } from '~/shared/phone';
import { redirectTo, refusalResponse } from '~/web/answer.server';
import { readPendingSignIn } from '~/web/pending-sign-in.server';
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
  const { app, language } = await requireRight(args, 'public');
  const pending = readPendingSignIn(args.request, app.ports.secrets);
  if (!pending) throw redirectTo('/masuk', language);
  const inbox = app.config.developmentInbox === 'on' ? pathTo('/dev/pesan', language) : null;
  return { phone: showPhone(pending.phone), inbox };
}

export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const { secrets } = app.ports;
  const pending = readPendingSignIn(args.request, secrets);
  if (!pending) return redirectTo('/masuk', language);
  const sent = await app.inTransaction((tx) => sendSignInCode(tx, { phone: pending.phone, language, secrets, now }));
  return sent.ok ? redirectTo('/masuk/kode', language) : refusalResponse(sent.refusal, language);
}

export default function SignInResend() {
  const { phone, inbox } = useLoaderData<typeof loader>();
  return <CodePage phone={phone} inbox={inbox} failed={useActionData<typeof action>()} />;
}
