import { refuseForm } from '~/domain/orders/board-form';
import { refuseTicket } from '~/domain/orders/refuse-ticket.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** "Tolak pesanan", with its reason; the customer has her money at once. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, person, language, now } = await openBoard(args);
  const ticketId = parseId('tkt', args.params.ticketId);
  const form = await parseForm(args.request, refuseForm);
  if (!ticketId || !form.ok) throw answerNotFound();
  const door = { ...owner, ticketId };
  const done = await app.inTransaction((tx) =>
    refuseTicket(tx, { door, reason: form.value.alasan, byPersonId: person.id, now }),
  );
  const board = `/papan/${owner.participationId}`;
  if (!done.ok) {
    const state = 'state' in done.refusal ? `&keadaan=${done.refusal.state}` : '';
    return redirectTo(`${board}?kabar=${done.refusal.code}${state}`, language);
  }
  return redirectTo(
    `${board}?kabar=${done.value.payment === 'cash' ? 'refused_cash' : 'refused'}&nomor=${done.value.pickupNumber}`,
    language,
  );
}
