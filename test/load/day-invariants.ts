import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';

/**
 * What must hold of a festival's day after any number of acts, each as a query whose rows are the breaches.
 * The ledger's own invariants stand in app/domain/wallet/read-broken-invariants.server.ts.
 */
const EARLY = sql`('refused', 'cancelled', 'expired')`;

const INVARIANTS: Record<string, RawBuilder<unknown>> = {
  'portions gone are the portions that tickets hold': sql`
    select s.listing_number, s.portions_start - s.portions_left as gone, coalesce(sum(l.portions_taken), 0) as held
    from stall_stock s
    left join order_line l on l.festival_id = s.festival_id and l.listing_number = s.listing_number
      and exists (select 1 from order_ticket t where t.festival_id = l.festival_id and t.id = l.ticket_id and t.day = s.day
        and (t.state not in ${EARLY} or t.end_reason = 'sold_out'))
    where s.portions_left is not null
    group by s.festival_id, s.listing_number, s.day, s.portions_start, s.portions_left
    having s.portions_start - s.portions_left <> coalesce(sum(l.portions_taken), 0)`,
  'no stock below zero, no slot above its room': sql`
    select listing_number from stall_stock where portions_left < 0
    union all select used_seconds from stall_slot where used_seconds > capacity_seconds or used_seconds < 0`,
  'seconds used are the seconds that tickets hold': sql`
    select s.participation_id, s.starts_at, s.used_seconds, coalesce(sum(t.make_seconds), 0) as held
    from stall_slot s
    left join order_ticket t on t.festival_id = s.festival_id and t.participation_id = s.participation_id
      and t.slot_starts_at = s.starts_at and not (t.state in ${EARLY} and t.ended_at < t.slot_starts_at)
    group by s.festival_id, s.participation_id, s.starts_at, s.used_seconds
    having s.used_seconds <> coalesce(sum(t.make_seconds), 0)`,
  'pickup numbers have no gap and no double': sql`
    select c.participation_id, c.last_number, count(t.id) as tickets from stall_counter c
    left join order_ticket t on t.festival_id = c.festival_id and t.participation_id = c.participation_id and t.day = c.day
    group by c.festival_id, c.participation_id, c.day, c.last_number
    having c.last_number <> count(t.id) or c.last_number <> coalesce(max(t.pickup_number), 0)`,
  'unpaid portions are those of tickets that wait for cash': sql`
    select u.day, u.portions from order_unpaid u
    where u.portions <> coalesce((select sum(l.quantity) from order_ticket t
      join order_line l on l.festival_id = t.festival_id and l.ticket_id = t.id
      where t.festival_id = u.festival_id and t.day = u.day and t.state = 'awaiting_cash'), 0)`,
  'a browser is kept only by an order that waits for cash': sql`
    select b.browser_hmac from order_browser b
    where not exists (select 1 from order_ticket t where t.order_id = b.order_id and t.state = 'awaiting_cash')`,
  'a hold stands as its ticket does': sql`
    select t.id, t.state, h.state as hold from order_ticket t join wallet_hold h on h.id = t.hold_id
    where (t.state in ('placed', 'accepted', 'ready') and h.state <> 'open')
      or (t.state in ('handed_over', 'uncollected') and h.state <> 'captured')
      or (t.state in ${EARLY} and h.state not in ('voided', 'expired'))
      or h.amount <> t.total or h.refunded > h.captured
      or (t.state in ('handed_over', 'uncollected') and h.refunded <> t.refunded)`,
  'a wallet ticket has its hold, a cash ticket has none': sql`
    select t.id from order_ticket t left join wallet_hold h on h.id = t.hold_id
    where (t.payment = 'wallet' and h.id is null) or (t.payment = 'cash' and t.hold_id is not null)`,
  'an order is the sum of its tickets, a ticket the sum of its lines': sql`
    select h.id from order_header h
    where h.total <> coalesce((select sum(t.total) from order_ticket t where t.order_id = h.id), 0)
    union all
    select t.id from order_ticket t
    where t.total <> coalesce((select sum(l.line_total) from order_line l where l.festival_id = t.festival_id and l.ticket_id = t.id), 0)`,
  'commission in the ledger is that of the tickets sold, less what came back': sql`
    select commission.of_tickets, commission.of_entries from (
      select (select coalesce(sum(commission), 0) from order_ticket where state in ('handed_over', 'uncollected')) as of_tickets,
        (select coalesce(sum(amount), 0) from wallet_entry where purpose = 'commission') as of_entries) as commission
    where commission.of_tickets <> commission.of_entries`,
  'the history of a ticket ends where the ticket stands': sql`
    select t.id from order_ticket t
    where t.state <> (select c.to_state from order_ticket_change c
      where c.festival_id = t.festival_id and c.ticket_id = t.id order by c.line desc limit 1)`,
};

/** The breaches in words; empty when everything adds up. */
export async function brokenDay(db: ReadDb): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, query] of Object.entries(INVARIANTS)) {
    const { rows } = await query.execute(db);
    if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return broken;
}
