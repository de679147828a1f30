import { BoardPage } from '~/components/layout/board-page';
import { BoardNews } from '~/components/stall/board-news';
import { DayBar } from '~/components/stall/day-bar';
import { SlotList } from '~/components/stall/slot-list';
import { StallDayCard } from '~/components/stall/stall-day-card';
import { readBoard, readBoardDay } from '~/domain/orders/read-board.server';
import { openStallForm } from '~/domain/stalls/board-form';
import { checkInStall } from '~/domain/stalls/check-in-stall.server';
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
  { title: `${wordsFor(languageOf(location.pathname)).stalls.slotsTitle} · Pestarasa` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { app, owner, now } = await openBoard(args);
  const board = await readBoard(app.db, { participationId: owner.participationId, now });
  if (!board) throw answerNotFound();
  return { board, code: new URL(args.request.url).searchParams.get('kabar') };
}

/** Opens the stall for the day, or changes how much it cooks at once. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, language, now } = await openBoard(args);
  const form = await parseForm(args.request, openStallForm);
  if (!form.ok) return formResponse(form);
  const { participationId, festivalId } = owner;
  const day = await readBoardDay(app.db, { festivalId, now });
  const cookedAtOnce = form.value.sekaligus;
  const done = await app.inTransaction((tx) =>
    checkInStall(tx, { participationId, day, now, ...(cookedAtOnce === undefined ? {} : { cookedAtOnce }) }),
  );
  if (!done.ok) return refusalResponse(done.refusal, language, { typed: form.typed });
  return redirectTo(`/papan/${participationId}/jam-ambil?kabar=opened`, language);
}

export default function Slots() {
  const { board, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords().stalls;
  const base = pathTo(`/papan/${board.stall.participationId}`, useLanguage());
  return (
    <BoardPage title={words.slotsTitle} lead={words.slotsLead} stall={board.stall} current="slots">
      <DayBar board={board} base={base} />
      <BoardNews news={{ code, number: null, state: null }} />
      {board.stall.standing === 'not_checked_in' ? null : <SlotList slots={board.slots} zone={board.zone} />}
      <StallDayCard board={board} base={base} answer={answer ?? null} />
    </BoardPage>
  );
}
