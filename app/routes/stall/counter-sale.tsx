import { BoardPage } from '~/components/layout/board-page';
import { CounterForm } from '~/components/stall/counter-form';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { readFestival } from '~/domain/festivals/read-festival.server';
import { paperForm, readCounterLines } from '~/domain/orders/board-form';
import { placeCounterSale } from '~/domain/orders/place-counter-sale.server';
import { readBoard, readBoardDay } from '~/domain/orders/read-board.server';
import { SLOT_MILLISECONDS } from '~/domain/stalls/stalls';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatRange, formatRupiah } from '~/i18n/format';
import { newSecretId, parseId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { HOUSE_ZONE, instantOf } from '~/shared/time';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm, readFormData } from '~/web/form.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { openBoard } from './board-door.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).stalls.counterTitle} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, owner, now } = await openBoard(args);
  const board = await readBoard(app.db, { participationId: owner.participationId, now });
  if (!board) throw answerNotFound();
  const query = new URL(args.request.url).searchParams;
  const [number, slot, total] = ['nomor', 'jam', 'total'].map((name) => Number(query.get(name)));
  const isSold = [number, slot, total].every((value) => Number.isSafeInteger(value) && value! > 0);
  return { board, orderId: newSecretId('ord'), sold: isSold ? { number: number!, slot: slot!, total: total! } : null };
}

export async function action(args: ActionFunctionArgs) {
  const { app, owner, person, language, now } = await openBoard(args);
  const form = await readFormData(args.request);
  const orderId = parseId('ord', form.get('pesanan'));
  if (!orderId) throw answerNotFound();
  const paper = await parseForm(form, paperForm);
  if (!paper.ok) return formResponse({ ...paper, typed: typedOf(form) });
  const day = await readBoardDay(app.db, { festivalId: owner.festivalId, now });
  const sale = { ...owner, orderId, day, lines: readCounterLines(form) ?? [], byPersonId: person.id, language, now };
  const { kertas: number, pukul: clock } = paper.value;
  const zone = (await readFestival(app.db, owner.festivalId))?.zone ?? HOUSE_ZONE;
  const soldAt = clock === null ? null : instantOf(day, clock, zone);
  const done = await app.inTransaction((tx) =>
    placeCounterSale(tx, { ...sale, paper: number === null ? null : { number, soldAt } }),
  );
  if (!done.ok) return refusalResponse(done.refusal, language, { typed: typedOf(form) });
  const { pickupNumber, slotStartsAt, total } = done.value;
  return redirectTo(
    `/papan/${owner.participationId}/pesanan-di-stan?nomor=${pickupNumber}&jam=${slotStartsAt}&total=${total}`,
    language,
  );
}

function typedOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >;
}

export default function CounterSale() {
  const { board, orderId, sold } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords().stalls;
  const base = pathTo(`/papan/${board.stall.participationId}`, useLanguage());
  const { standing } = board.stall;
  const isOpen = standing !== 'not_checked_in' && standing !== 'closed';
  return (
    <BoardPage title={words.counterTitle} lead={words.counterLead} stall={board.stall} current="counter">
      <RefusalNotice refusal={answer?.refusal} />
      {sold && !answer ? (
        <Notice tone="good">
          {words.counterSold(
            sold.number,
            formatRange(sold.slot, sold.slot + SLOT_MILLISECONDS, board.zone),
            formatRupiah(sold.total),
          )}
        </Notice>
      ) : null}
      {!isOpen ? (
        <Notice tone="attention" ways={<a href={base}>{words.boardTitle}</a>}>
          {words.openFirst}
        </Notice>
      ) : null}
      {board.stall.dishes.length === 0 ? <EmptyState text={words.noDishes} /> : null}
      {isOpen && board.stall.dishes.length > 0 ? (
        <CounterForm board={board} orderId={orderId} typed={answer?.typed ?? {}} errors={answer?.errors} />
      ) : null}
    </BoardPage>
  );
}
