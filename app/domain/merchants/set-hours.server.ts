import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import type { MerchantId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { MerchantHoursTable } from '~db/schema/merchants';
import type { DayHours } from './opening-hours';

export type { DayHours } from './opening-hours';

export type SetHoursRefusal =
  | { code: 'hours_empty_window'; weekday: number }
  | { code: 'hours_overlap'; weekday: number };

/** Replaces the opening hours of the weekdays given; a weekday that is not given keeps its answer, or has none. */
export async function setHours(
  tx: Tx,
  { merchantId, days, now }: { merchantId: MerchantId; days: DayHours[]; now: number },
): Promise<Result<void, SetHoursRefusal>> {
  for (const { weekday, windows } of days) {
    if (windows.some(({ opens, closes }) => opens === closes)) return refuse({ code: 'hours_empty_window', weekday });
    if (overlap(windows)) return refuse({ code: 'hours_overlap', weekday });
  }
  if (days.length === 0) return accept();
  const weekdays = days.map((day) => day.weekday);
  await tx
    .deleteFrom('merchant_hours')
    .where('merchant_id', '=', merchantId)
    .where('weekday', 'in', weekdays)
    .execute();
  await tx
    .insertInto('merchant_hours')
    .values(days.flatMap((day) => rowsOf(merchantId, day)))
    .execute();
  await touchTopics(tx, [`merchant:${merchantId}`], now);
  return accept();
}

function rowsOf(merchantId: MerchantId, { weekday, windows }: DayHours): MerchantHoursTable[] {
  const common = { merchant_id: merchantId, weekday };
  if (windows.length === 0) return [{ ...common, line: 1, state: 'closed', opens: null, closes: null }];
  return windows.map(({ opens, closes }, i) => ({ ...common, opens, closes, line: i + 1, state: 'open' }));
}

function overlap(windows: DayHours['windows']): boolean {
  const spans = windows
    .map(({ opens, closes }) => ({ from: opens, to: closes > opens ? closes : '48:00' }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return spans.some((span, i) => i > 0 && span.from < (spans[i - 1]?.to ?? ''));
}
