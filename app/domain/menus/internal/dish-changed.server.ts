import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import { touchTopics } from '~/platform/topic.server';
import { type DishId, type MerchantId, newId } from '~/shared/ids';

/** Tells the stalls above that a dish is another one now, and drops the pages that show it. */
export async function announceDishChange(
  tx: Tx,
  { dishId, merchantId, now }: { dishId: DishId; merchantId: MerchantId; now: number },
): Promise<void> {
  // Every change is an event of its own: a key per dish would swallow the second one.
  await addToOutbox(tx, { kind: 'stalls.dish_changed', key: newId('chg', now), payload: { dishId }, now });
  await touchTopics(tx, [`merchant:${merchantId}`], now);
}
