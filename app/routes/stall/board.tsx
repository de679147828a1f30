import { BoardPage } from '~/components/layout/board-page';
import { BoardNews } from '~/components/stall/board-news';
import { BoardQueue } from '~/components/stall/board-queue';
import { DayBar } from '~/components/stall/day-bar';
import { TapDifferences } from '~/components/stall/tap-differences';
import { readBoard } from '~/domain/orders/read-board.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatClock } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { openBoard } from './board-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).stalls.boardTitle} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, owner, now } = await openBoard(args);
  const board = await readBoard(app.db, { participationId: owner.participationId, now });
  if (!board) throw answerNotFound();
  const query = new URL(args.request.url).searchParams;
  return { board, now, news: { code: query.get('kabar'), number: query.get('nomor'), state: query.get('keadaan') } };
}

export default function BoardRoute() {
  const { board, now, news } = useLoaderData<typeof loader>();
  const words = useWords().stalls;
  const base = pathTo(`/papan/${board.stall.participationId}`, useLanguage());
  return (
    <BoardPage title={words.boardTitle} stall={board.stall} current="queue">
      <stall-board
        data-base={base}
        data-stall={board.stall.participationId}
        data-clock={formatClock(now, board.zone)}
        data-ring-off={words.sound.off}
        data-ring-on={words.sound.on}
        data-ring-loud={words.sound.loud}
        data-ring-waiting={words.sound.waiting}
        data-new-order={words.newOrder('{nomor}')}
        data-cancelled={words.cancelled('{nomor}')}
      >
        <p className="sr-only" role="status" data-said />
        <div data-part="day">
          <DayBar board={board} base={base} />
        </div>
        <BoardNews news={news} />
        <div data-part="differences">
          <TapDifferences differences={board.differences} zone={board.zone} base={base} />
        </div>
        <div data-part="queue">
          <BoardQueue board={board} base={base} now={now} />
        </div>
      </stall-board>
    </BoardPage>
  );
}
