import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { isMonthTellable } from './outside-sales';

export type OutsideSalesRefusal = { code: 'month_not_tellable'; month: string };

/** Keeps what she sold elsewhere in a finished month, whole rupiah, 0 included; told again it replaces the earlier figure. */
export async function recordOutsideSales(
  tx: Tx,
  {
    merchantId,
    month,
    amount,
    today,
    by,
    now,
  }: { merchantId: MerchantId; month: string; amount: number; today: string; by: PersonId; now: number },
): Promise<Result<void, OutsideSalesRefusal>> {
  if (!isMonthTellable(month, today)) return refuse({ code: 'month_not_tellable', month });
  const row = { amount, entered_by: by, entered_at: now };
  await tx
    .insertInto('wallet_outside_sales')
    .values({ merchant_id: merchantId, month, ...row })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'month']).doUpdateSet(row))
    .execute();
  return accept();
}
