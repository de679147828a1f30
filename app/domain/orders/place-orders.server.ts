import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { OrderId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { readFreeSlots, slotsToOffer } from '../stalls/read-free-slots.server';
import { decideOrders } from './decide-orders';
import { openUnpaidDays } from './internal/open-unpaid-days.server';
import type { OrderRequest } from './internal/order-snapshot';
import { readOrderSnapshot } from './internal/read-order-snapshot.server';
import { writeOrders } from './internal/write-orders.server';
import type { PlaceOrderRefusal } from './orders';

export type { OrderRequest };

export interface PlacedOrder {
  orderId: OrderId;
  /** `yes`: this id had been placed before; the existing order is the answer, whatever the basket holds now. */
  existed: 'yes' | 'no';
}

export type PlaceOrderAnswer = Result<PlacedOrder, PlaceOrderRefusal>;

/**
 * Places a batch of orders: locks what they name (wallet, stock, slot, counter, each by key), decides in order of
 * arrival, writes in set statements that carry their guards. One answer a request, in the same order; a refused one
 * leaves no trace and stops no other. Prices in whole rupiah, times in epoch ms.
 * @throws when a guard finds less than the locks promised; the unit of work then runs again from its beginning.
 */
export async function placeOrders(
  tx: Tx,
  requests: readonly OrderRequest[],
  now: number,
  fences: Fences = ALL_FENCES,
): Promise<PlaceOrderAnswer[]> {
  if (requests.length === 0) return [];
  await openUnpaidDays(tx, requests);
  const snapshot = await readOrderSnapshot(tx, requests, now, fences);
  const decisions = decideOrders(snapshot, requests, now);
  const plans = decisions.flatMap((decision) => (decision.kind === 'placed' ? [decision.plan] : []));
  await writeOrders(tx, snapshot, plans, now, fences);
  const answers: PlaceOrderAnswer[] = [];
  for (const [index, decision] of decisions.entries()) {
    const request = requests[index];
    if (!request) throw new Error('every decision belongs to a request');
    if (decision.kind === 'refused') answers.push(refuse(await withOffers(tx, request, decision.refusal, now)));
    else answers.push(accept({ orderId: request.orderId, existed: decision.kind === 'existing' ? 'yes' : 'no' }));
  }
  return answers;
}

/** A full slot is refused together with the earliest one that has room now. */
async function withOffers(
  tx: Tx,
  request: OrderRequest,
  refusal: PlaceOrderRefusal,
  now: number,
): Promise<PlaceOrderRefusal> {
  if (refusal.code !== 'slot_full') return refusal;
  const { needs } = refusal;
  const free = await readFreeSlots(tx, { festivalId: request.festivalId, needs, from: now });
  return { ...refusal, earliest: slotsToOffer(free) };
}

/** One order: the plain path. */
export async function placeOrder(tx: Tx, request: OrderRequest, now: number): Promise<PlaceOrderAnswer> {
  const [answer] = await placeOrders(tx, [request], now);
  if (!answer) throw new Error('every request gets an answer');
  return answer;
}
