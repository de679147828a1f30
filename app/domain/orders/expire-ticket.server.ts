import type { Tx } from '~/platform/app-context';
import type { FestivalId, TicketId } from '~/shared/ids';
import { endEarly } from './internal/end-early.server';
import { takeTicket } from './internal/ticket.server';

/** Nobody paid in time: the ticket ends and gives back what it had taken. The worker calls it when due; never earlier than the deadline. */
export async function expireTicket(
  tx: Tx,
  { festivalId, ticketId, now }: { festivalId: FestivalId; ticketId: TicketId; now: number },
): Promise<'expired' | 'moved_on' | 'not_yet'> {
  const taken = await takeTicket(tx, { ticketId, festivalId, by: 'worker' });
  if (!taken.ok || taken.value.state !== 'awaiting_cash') return 'moved_on';
  if (taken.value.expires_at !== null && taken.value.expires_at > now) return 'not_yet';
  await endEarly(tx, taken.value, { to: 'expired', reason: 'no_cash', byPersonId: null, now });
  return 'expired';
}
