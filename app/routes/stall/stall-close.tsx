import { closeStallEvening } from '~/domain/orders/close-stall-evening.server';
import { readBoardDay } from '~/domain/orders/read-board.server';
import { readStallOwner } from '~/domain/stalls/read-stall-owner.server';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** "Tutup dan buat slip": ends the stall's own day; the festival's goes on. */
export async function action(args: ActionFunctionArgs) {
  const owner = await readStallOwner(args.context.app.db, args.params.participationId);
  const { app, person, language, now } = await requireRight(args, 'merchant.sell', owner?.merchantId ?? 'none');
  if (!owner) throw answerNotFound();
  const { festivalId, participationId } = owner;
  const day = await readBoardDay(app.db, { festivalId, now });
  await closeStallEvening(app, { festivalId, day, participationId, byPersonId: person.id, now });
  return redirectTo(`/papan/${participationId}/jam-ambil?kabar=closed`, language);
}
