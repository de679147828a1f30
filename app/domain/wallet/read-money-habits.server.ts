import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import { type Rupiah, toRupiah } from '~/shared/rupiah';

/** The hour a merchant chose for her payouts (0–23, house's clock); null while she has not. */
export async function readPayoutHour(db: ReadDb | Tx, merchantId: MerchantId): Promise<number | null> {
  const row = await db
    .selectFrom('wallet_payout_schedule')
    .select('hour')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
  return row?.hour ?? null;
}

/** What she sold elsewhere, by month (`YYYY-MM`), as she told it. */
export async function readOutsideSales(db: ReadDb | Tx, merchantId: MerchantId): Promise<Map<string, Rupiah>> {
  const rows = await db
    .selectFrom('wallet_outside_sales')
    .select(['month', 'amount'])
    .where('merchant_id', '=', merchantId)
    .execute();
  return new Map(rows.map(({ month, amount }) => [month, toRupiah(amount)]));
}

/** When a slip was said to be checked; null = not yet. */
export async function readSlipChecked(
  db: ReadDb | Tx,
  { merchantId, participationId, day }: { merchantId: MerchantId; participationId: string; day: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('wallet_slip_view')
    .select('viewed_at')
    .where('merchant_id', '=', merchantId)
    .where('participation_id', '=', participationId as never)
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.viewed_at ?? null;
}
