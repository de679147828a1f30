import { BoardPage } from '~/components/layout/board-page';
import { StockList } from '~/components/stall/stock-list';
import { readBoard, readBoardDay } from '~/domain/orders/read-board.server';
import { stockForm } from '~/domain/stalls/board-form';
import { setStallDish } from '~/domain/stalls/set-stall-dish.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { openBoard } from './board-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).stalls.stockTitle} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, owner, now } = await openBoard(args);
  const board = await readBoard(app.db, { participationId: owner.participationId, now });
  if (!board) throw answerNotFound();
  return { stall: board.stall, listing: Number(args.params.listing) };
}

/** Portions left and festival price of one dish. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, language, now } = await openBoard(args);
  const listing = Number(args.params.listing);
  if (!Number.isSafeInteger(listing)) throw answerNotFound();
  const form = await parseForm(args.request, stockForm);
  if (!form.ok) return formResponse(form);
  const day = await readBoardDay(app.db, { festivalId: owner.festivalId, now });
  const { sisa: portions, harga: price, sisaTadi, hargaTadi } = form.value;
  const dish = { ...owner, listing, day, portions, price, shown: { portions: sisaTadi, price: hargaTadi }, now };
  const done = await app.inTransaction((tx) => setStallDish(tx, dish));
  if (!done.ok) return refusalResponse(done.refusal, language, { typed: form.typed });
  return redirectTo(`/papan/${owner.participationId}/stok?kabar=saved#menu-${listing}`, language);
}

/** Only seen after a form that was wrong: the list again with the error beside its field. */
export default function StockDish() {
  const { stall, listing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords().stalls;
  const base = pathTo(`/papan/${stall.participationId}`, useLanguage());
  const wrong = answer ? { listing, errors: answer.errors, typed: answer.typed } : null;
  return (
    <BoardPage title={words.stockTitle} lead={words.stockLead} stall={stall} current="stock">
      <StockList dishes={stall.dishes} base={base} stall={stall.participationId} wrong={wrong} />
    </BoardPage>
  );
}
