import { takeCash } from '~/domain/orders/take-cash.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** "Lunas". */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, person, language, now } = await openBoard(args);
  const ticketId = parseId('tkt', args.params.ticketId);
  if (!ticketId) throw answerNotFound();
  const door = { ...owner, ticketId };
  const done = await app.inTransaction((tx) => takeCash(tx, { door, byPersonId: person.id, now }));
  const board = `/papan/${owner.participationId}`;
  if (!done.ok) {
    const state = 'state' in done.refusal ? `&keadaan=${done.refusal.state}` : '';
    return redirectTo(`${board}?kabar=${done.refusal.code}${state}`, language);
  }
  return redirectTo(`${board}?kabar=paid&nomor=${done.value.pickupNumber}`, language);
}
