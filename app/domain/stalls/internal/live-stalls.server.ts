import type { Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';

/** Her stalls at festivals that are not over, in the order in which festivals are locked. */
export async function readLiveStalls(tx: Tx, merchantId: MerchantId) {
  return tx
    .selectFrom('stall_setup')
    .innerJoin('festival_edition', 'festival_edition.id', 'stall_setup.festival_id')
    .select(['stall_setup.festival_id as festivalId', 'participation_id as participationId'])
    .where('merchant_id', '=', merchantId)
    .where('ended_at', 'is', null)
    .where('state', 'not in', ['finished', 'cancelled'])
    .orderBy('stall_setup.festival_id')
    .execute();
}
