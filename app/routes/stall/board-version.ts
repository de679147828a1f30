import { readBoard } from '~/domain/orders/read-board.server';
import { readStallOwner } from '~/domain/stalls/read-stall-owner.server';
import { answerNotFound } from '~/web/answer.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Whether the board moved: the page asks every two seconds and fetches itself again when it has. */
export async function loader(args: LoaderFunctionArgs) {
  const owner = await readStallOwner(args.context.app.db, args.params.participationId);
  const { app, now } = await requireRight(args, 'merchant.sell', owner?.merchantId ?? 'none');
  const board = owner && (await readBoard(app.db, { participationId: owner.participationId, now }));
  if (!board) throw answerNotFound();
  return Response.json({ version: board.version }, { headers: { 'Cache-Control': 'no-store' } });
}
