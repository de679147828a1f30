import { type RawBuilder, sql } from 'kysely';

/**
 * What `standingOf` calls open, of a stall's day `d`: for the database to choose and sort by. Silence is asked for, not
 * joined: of a joined heartbeat that is mostly missing PostgreSQL expects no row, and sorts the whole festival. The
 * offset keeps it from reading every heartbeat first.
 */
export function takesOrders(now: number): RawBuilder<unknown> {
  return sql`(d.closed_at is null and d.opens_at <= ${now} and d.closes_at > ${now}
    and (d.paused_until is null or d.paused_until <= ${now})
    and not exists (
      select 1 from stall_heartbeat as silent
      where silent.festival_id = d.festival_id and silent.participation_id = d.participation_id
        and silent.silent_at is not null
      limit 1 offset 0))`;
}
