import { markReady } from '~/domain/orders/mark-ready.server';
import { readStallOwner } from '~/domain/stalls/read-stall-owner.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** "Siap". */
export async function action(args: ActionFunctionArgs) {
  const owner = await readStallOwner(args.context.app.db, args.params.participationId);
  const { app, person, language, now } = await requireRight(args, 'merchant.sell', owner?.merchantId ?? 'none');
  const ticketId = parseId('tkt', args.params.ticketId);
  if (!owner || !ticketId) throw answerNotFound();
  const door = { ...owner, ticketId };
  const done = await app.inTransaction((tx) => markReady(tx, { door, byPersonId: person.id, now }));
  const board = `/papan/${owner.participationId}`;
  if (!done.ok) {
    const state = 'state' in done.refusal ? `&keadaan=${done.refusal.state}` : '';
    return redirectTo(`${board}?kabar=${done.refusal.code}${state}`, language);
  }
  return redirectTo(`${board}?kabar=ready&nomor=${done.value.pickupNumber}`, language);
}
