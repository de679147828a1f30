import { acceptTicket } from '~/domain/orders/accept-ticket.server';
import { acceptForm } from '~/domain/orders/board-form';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** "Terima +5/+10/+15". */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, person, language, now } = await openBoard(args);
  const ticketId = parseId('tkt', args.params.ticketId);
  const form = await parseForm(args.request, acceptForm);
  if (!ticketId || !form.ok) throw answerNotFound();
  const door = { ...owner, ticketId };
  const done = await app.inTransaction((tx) =>
    acceptTicket(tx, { door, minutes: form.value.menit, byPersonId: person.id, now }),
  );
  const board = `/papan/${owner.participationId}`;
  if (!done.ok) {
    const state = 'state' in done.refusal ? `&keadaan=${done.refusal.state}` : '';
    return redirectTo(`${board}?kabar=${done.refusal.code}${state}`, language);
  }
  return redirectTo(
    `${board}?kabar=${done.value.asked === 'yes' ? 'asked' : 'accepted'}&nomor=${done.value.pickupNumber}`,
    language,
  );
}
