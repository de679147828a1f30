import type { Tx } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';

/** Orders stay as records of trade under her number; what points to her browser goes. */
export async function eraseFromOrders(tx: Tx, { personId }: DataSubject): Promise<void> {
  const orders = await tx
    .selectFrom('order_header')
    .select(['festival_id', 'id'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  for (const { festival_id, id } of orders) {
    await tx.deleteFrom('order_push').where('festival_id', '=', festival_id).where('order_id', '=', id).execute();
    await tx.deleteFrom('order_browser').where('festival_id', '=', festival_id).where('order_id', '=', id).execute();
  }
  await tx.updateTable('order_header').set({ browser_hmac: null }).where('person_id', '=', personId).execute();
}
