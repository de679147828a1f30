import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { EmptyState } from '~/components/ui/empty-state';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDateTime, formatPhone } from '~/i18n/format';
import { readInbox } from '~/platform/message.server';
import { languageOf, pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).identity.devInbox.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** The development inbox; in production there is no such page. */
export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'public');
  if (app.config.developmentInbox !== 'on') throw answerNotFound();
  const messages = await readInbox(app.db);
  return {
    messages: messages.map(({ id, recipient, subject, text, link, sent_at }) => ({
      id,
      recipient,
      subject,
      text,
      link,
      sentAt: sent_at,
    })),
  };
}

export default function Messages() {
  const words = useWords().identity.devInbox;
  const language = useLanguage();
  const { messages } = useLoaderData<typeof loader>();
  return (
    <PublicPage title={words.title} lead={words.intro}>
      <div className="stack">
        {messages.length === 0 ? (
          <EmptyState
            text={words.empty}
            action={<ButtonLink href={pathTo('/masuk', language)}>{words.toSignIn}</ButtonLink>}
          />
        ) : null}
        {messages.map(({ id, recipient, subject, text, link, sentAt }) => (
          <Card key={id} title={subject ?? undefined}>
            <p>{text}</p>
            <p className="field-hint">
              {words.to(formatPhone(recipient))} · {formatDateTime(sentAt, HOUSE_ZONE, language)}
            </p>
            {link ? <ButtonLink href={link}>{words.open}</ButtonLink> : null}
          </Card>
        ))}
      </div>
    </PublicPage>
  );
}
