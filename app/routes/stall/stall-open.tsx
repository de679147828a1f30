import { readBoardDay } from '~/domain/orders/read-board.server';
import { checkInStall } from '~/domain/stalls/check-in-stall.server';
import { readStallOwner } from '~/domain/stalls/read-stall-owner.server';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** "Buka lapak": one tap, as much cooked at once as last time. */
export async function action(args: ActionFunctionArgs) {
  const owner = await readStallOwner(args.context.app.db, args.params.participationId);
  const { app, language, now } = await requireRight(args, 'merchant.sell', owner?.merchantId ?? 'none');
  if (!owner) throw answerNotFound();
  const { participationId, festivalId } = owner;
  const day = await readBoardDay(app.db, { festivalId, now });
  const done = await app.inTransaction((tx) => checkInStall(tx, { participationId, day, now }));
  return redirectTo(`/papan/${participationId}?kabar=${done.ok ? 'opened' : done.refusal.code}`, language);
}
