import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { dayOf, HOUSE_ZONE } from '~/shared/time';

/** Notes that a business opened a tip: one row a day however often it is tapped, so the count is of businesses and days. */
export async function openTip(
  tx: Tx,
  { tip, merchantId, personId, now }: { tip: string; merchantId: MerchantId; personId: PersonId; now: number },
): Promise<void> {
  const row = { tip, merchant_id: merchantId, day: dayOf(now, HOUSE_ZONE), opened_by: personId, opened_at: now };
  await tx
    .insertInto('training_tip_view')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tip', 'merchant_id', 'day']).doNothing())
    .execute();
}
