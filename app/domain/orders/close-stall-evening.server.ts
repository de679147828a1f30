import type { AppContext } from '~/platform/app-context';
import { closeStallDays } from '../stalls/close-stall-days.server';
import { closeDay, type DayClosed, type DayOfStall } from './close-day.server';

/**
 * The evening of one stall in two units of work: its doors first, which waits for orders being placed, then what is
 * open. In one unit the counters taken first would stand in the way of orders that hold wallets and stock already.
 */
export async function closeStallEvening(
  app: Pick<AppContext, 'inTransaction'>,
  { festivalId, day, participationId, byPersonId = null, now }: DayOfStall,
): Promise<DayClosed> {
  await app.inTransaction((tx) => closeStallDays(tx, { festivalId, day, participationId, now }));
  return app.inTransaction((tx) => closeDay(tx, { festivalId, day, participationId, byPersonId, now }));
}
