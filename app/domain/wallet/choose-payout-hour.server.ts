import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, PersonId } from '~/shared/ids';

/** Sets the hour (0–23, house's clock) at which this merchant wants her payouts. Told by the owner only (right `merchant.money`). */
export async function choosePayoutHour(
  tx: Tx,
  { merchantId, hour, by, now }: { merchantId: MerchantId; hour: number; by: PersonId; now: number },
): Promise<void> {
  const row = { hour, set_by: by, set_at: now };
  await tx
    .insertInto('wallet_payout_schedule')
    .values({ merchant_id: merchantId, ...row })
    .onConflict((conflict) => conflict.column('merchant_id').doUpdateSet(row))
    .execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'wallet.payout_hour',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { hour: String(hour) },
    now,
  });
}
