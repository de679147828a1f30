import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import { touchTopics } from '~/platform/topic.server';
import { type MerchantId, newId } from '~/shared/ids';

/** What people see of a business is another now: pages with it are dropped, and her stalls above hear of it. */
export async function announceMerchantChange(
  tx: Tx,
  { merchantId, now }: { merchantId: MerchantId; now: number },
): Promise<void> {
  // Every change is an event of its own: a key per merchant would swallow the second one.
  await addToOutbox(tx, { kind: 'stalls.merchant_changed', key: newId('chg', now), payload: { merchantId }, now });
  await touchTopics(tx, [`merchant:${merchantId}`], now);
}
