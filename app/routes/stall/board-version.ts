import { readBoard } from '~/domain/orders/read-board.server';
import { answerNotFound } from '~/web/answer.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** Whether the board moved: the page asks every two seconds and fetches itself again when it has. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, owner, now } = await openBoard(args);
  const board = await readBoard(app.db, { participationId: owner.participationId, now });
  if (!board) throw answerNotFound();
  return Response.json({ version: board.version }, { headers: { 'Cache-Control': 'no-store' } });
}
