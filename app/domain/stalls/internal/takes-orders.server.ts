import { type RawBuilder, sql } from 'kysely';

/** What `standingOf` calls open, of a stall's day `d` and its heartbeat `h`: for the database to choose and sort by. */
export function takesOrders(now: number): RawBuilder<unknown> {
  return sql`(d.closed_at is null and d.opens_at <= ${now} and d.closes_at > ${now}
    and (d.paused_until is null or d.paused_until <= ${now}) and h.silent_at is null)`;
}
