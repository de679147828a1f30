import type { Tx } from '~/platform/app-context';
import type { FestivalId, TicketId } from '~/shared/ids';
import type { TapActName } from '../taps';

/** What a cashier must know once her tap has been done. */
export type TapNews =
  | { code: 'asked' | 'refused_cash'; number: number }
  | { code: 'counter_sold'; number: number; slotStartsAt: number; total: number };

/** Read from the ticket, so that a tap whose first answer was lost is answered the same. */
export async function readTapNews(
  tx: Tx,
  { festivalId }: { festivalId: FestivalId },
  act: TapActName,
  ticketId: TicketId | null,
): Promise<TapNews | null> {
  if (!ticketId || (act !== 'accept' && act !== 'refuse' && act !== 'counter_sale')) return null;
  const ticket = await tx
    .selectFrom('order_ticket')
    .select(['pickup_number', 'slot_starts_at', 'total', 'asked_at', 'cash_returned'])
    .where('festival_id', '=', festivalId)
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const { pickup_number: number, slot_starts_at: slotStartsAt, total } = ticket;
  if (act === 'counter_sale') return { code: 'counter_sold', number, slotStartsAt, total };
  if (act === 'accept') return ticket.asked_at === null ? null : { code: 'asked', number };
  return ticket.cash_returned > 0 ? { code: 'refused_cash', number } : null;
}
