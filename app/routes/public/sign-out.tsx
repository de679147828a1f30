import { PublicPage } from '~/components/layout/public-page';
import { Button } from '~/components/ui/button';
import { revokeSession } from '~/domain/identity/revoke-session.server';
import { useWords, wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { clearSessionCookie } from '~/web/session-cookie.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).identity.signOut.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { visitor, language } = await requireRight(args, 'public');
  if (!visitor) throw redirectTo('/', language);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { app, visitor, language, now } = await requireRight(args, 'public');
  if (visitor) {
    const mine = { sessionId: visitor.id, personId: visitor.person.id, now };
    await app.inTransaction((tx) => revokeSession(tx, mine));
  }
  // A stall's phone stays one: the next cashier opens it with the PIN.
  const next = visitor?.kind === 'stall' ? '/hp-lapak' : '/';
  return redirectTo(next, language, { 'Set-Cookie': clearSessionCookie(args.request) });
}

export default function SignOut() {
  const words = useWords().identity.signOut;
  return (
    <PublicPage title={words.question} width="narrow">
      <form method="post">
        <Button variant="primary" wide>
          {words.signOut}
        </Button>
      </form>
    </PublicPage>
  );
}
