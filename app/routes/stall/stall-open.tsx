import { readBoardDay } from '~/domain/orders/read-board.server';
import { checkInStall } from '~/domain/stalls/check-in-stall.server';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** "Buka lapak": one tap, as much cooked at once as last time. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, language, now } = await openBoard(args);
  const { participationId, festivalId } = owner;
  const day = await readBoardDay(app.db, { festivalId, now });
  const done = await app.inTransaction((tx) => checkInStall(tx, { participationId, day, now }));
  return redirectTo(`/papan/${participationId}?kabar=${done.ok ? 'opened' : done.refusal.code}`, language);
}
