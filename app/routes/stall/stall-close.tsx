import { closeStallEvening } from '~/domain/orders/close-stall-evening.server';
import { readBoardDay } from '~/domain/orders/read-board.server';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** "Tutup dan buat slip": ends the stall's own day; the festival's goes on. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, person, language, now } = await openBoard(args);
  const { festivalId, participationId } = owner;
  const day = await readBoardDay(app.db, { festivalId, now });
  await closeStallEvening(app, { festivalId, day, participationId, byPersonId: person.id, now });
  return redirectTo(`/papan/${participationId}/jam-ambil?kabar=closed`, language);
}
