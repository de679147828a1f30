import type { Tx } from '~/platform/app-context';
import type { MerchantId, ParticipationId, PersonId } from '~/shared/ids';

/** Notes that a slip was checked by somebody of hers. The caller has seen that the slip is there and is hers; a second tap changes nothing. */
export async function noteSlipChecked(
  tx: Tx,
  slip: { merchantId: MerchantId; participationId: ParticipationId; day: string; by: PersonId; now: number },
): Promise<void> {
  const { merchantId, participationId, day, by, now } = slip;
  await tx
    .insertInto('wallet_slip_view')
    .values({ merchant_id: merchantId, participation_id: participationId, day, viewed_by: by, viewed_at: now })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'participation_id', 'day']).doNothing())
    .execute();
}
