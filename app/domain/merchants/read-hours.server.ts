import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import type { DayHours } from './opening-hours';

/** Answered weekdays, Sunday (0) first; a weekday that nobody answered is not in the list. */
export async function readHours(db: ReadDb | Tx, merchantId: MerchantId): Promise<DayHours[]> {
  const rows = await db
    .selectFrom('merchant_hours')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('weekday')
    .orderBy('line')
    .execute();
  const days = new Map<number, DayHours>();
  for (const { weekday, opens, closes } of rows) {
    const day = days.get(weekday) ?? { weekday, windows: [] };
    if (opens !== null && closes !== null) day.windows.push({ opens, closes });
    days.set(weekday, day);
  }
  return [...days.values()];
}
