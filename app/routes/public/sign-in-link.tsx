import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { readSignInLink, useSignInLink } from '~/domain/identity/use-sign-in-link.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { showPhone } from '~/shared/phone';
import { pageData, refusalResponse } from '~/web/answer.server';
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { answerSignedIn, deviceName, readNext } from '~/web/signed-in.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).identity.link.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** Whoever has this address can sign in: it stays in no cache. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

/** Opening shows, a tap signs in: previews in chats open links. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const person = await readSignInLink(app.db, { token: args.params.token ?? '', now });
  if (!person) return pageData({ name: null }, { status: 410 });
  return pageData({ name: person.name ?? (person.phone ? showPhone(person.phone) : '') });
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requireRight(args, 'public');
  const { app, language, now } = asked;
  const token = args.params.token ?? '';
  const signedIn = await app.inTransaction((tx) => useSignInLink(tx, { token, device: deviceName(args.request), now }));
  if (!signedIn.ok) return refusalResponse(signedIn.refusal, language);
  const next = readNext(new URL(args.request.url).searchParams.get('lanjut'), language);
  return answerSignedIn(args.request, asked, signedIn.value, { next });
}

export default function SignInLink() {
  const words = useWords().identity.link;
  const language = useLanguage();
  const { name } = useLoaderData<typeof loader>();
  if (name === null) {
    return (
      <PublicPage title={words.goneTitle} lead={words.gone} width="narrow">
        <ButtonLink variant="primary" href={pathTo('/masuk', language)}>
          {words.toSignIn}
        </ButtonLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={words.asPerson(name || words.someone)} lead={words.once} width="narrow">
      <form method="post">
        <Button variant="primary" wide>
          {words.signIn}
        </Button>
      </form>
    </PublicPage>
  );
}
