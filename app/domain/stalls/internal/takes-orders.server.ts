import { type RawBuilder, sql } from 'kysely';

/** What `standingOf` calls open, of the stall's day under the name `d`: for the database to choose and sort by. */
export function takesOrders(now: number): RawBuilder<unknown> {
  return sql`(d.closed_at is null and d.opens_at <= ${now} and d.closes_at > ${now}
    and (d.paused_until is null or d.paused_until <= ${now})
    and not exists (
      select 1 from stall_heartbeat as silent
      where silent.festival_id = d.festival_id and silent.participation_id = d.participation_id
        and silent.silent_at is not null))`;
}
