import { BoardPage } from '~/components/layout/board-page';
import { BoardNews } from '~/components/stall/board-news';
import { StockList } from '~/components/stall/stock-list';
import { EmptyState } from '~/components/ui/empty-state';
import { readBoard } from '~/domain/orders/read-board.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { openBoard } from './board-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).stalls.stockTitle} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, owner, now } = await openBoard(args);
  const board = await readBoard(app.db, { participationId: owner.participationId, now });
  if (!board) throw answerNotFound();
  return { stall: board.stall, code: new URL(args.request.url).searchParams.get('kabar') };
}

export default function Stock() {
  const { stall, code } = useLoaderData<typeof loader>();
  const words = useWords().stalls;
  const base = pathTo(`/papan/${stall.participationId}`, useLanguage());
  return (
    <BoardPage title={words.stockTitle} lead={words.stockLead} stall={stall} current="stock">
      <BoardNews news={{ code, number: null, state: null }} />
      {stall.dishes.length === 0 ? (
        <EmptyState text={words.noDishes} />
      ) : (
        <StockList dishes={stall.dishes} base={base} stall={stall.participationId} wrong={null} />
      )}
    </BoardPage>
  );
}
