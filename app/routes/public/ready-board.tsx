import { PublicPage } from '~/components/layout/public-page';
import { ReadyBoardView } from '~/components/live/ready-board';
import { EmptyState } from '~/components/ui/empty-state';
import { currentDay, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { readReadyBoard } from '~/domain/orders/read-ready-board.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const festival = await readFestivalBySlug(app.db, args.params.slug ?? '');
  if (!festival || festival.publishedAt === null) throw answerNotFound();
  const { id: festivalId, name, slug, zone, state } = festival;
  const day = state === 'running' ? currentDay(festival.days, now) : null;
  return {
    title: `${wordsFor(language).live.ready.title} · ${name}`,
    festival: { id: festivalId, name, slug, zone },
    board: day && (await readReadyBoard(app.db, { festivalId, day: day.day })),
    readAt: now,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReadyBoardRoute() {
  const { festival, board, readAt } = useLoaderData<typeof loader>();
  const { common, live } = useWords();
  const back = {
    href: pathTo(`/festival/${festival.slug}`, useLanguage()),
    label: common.backTo(festival.name),
  };
  if (!board)
    return (
      <PublicPage title={live.ready.title} back={back}>
        <EmptyState seed={festival.id} text={live.ready.notRunning} />
      </PublicPage>
    );
  return (
    <PublicPage title={live.ready.title} hero={<ReadyBoardView festival={festival} board={board} readAt={readAt} />}>
      <p>
        <a href={back.href}>{back.label}</a>
      </p>
    </PublicPage>
  );
}
