import type { PlaceOrderRefusal } from '~/domain/orders/orders';
import { type OrderRequest, type PlacedOrder, placeOrder } from '~/domain/orders/place-orders.server';
import type { AppContext } from '~/platform/app-context';
import { QueueFull } from '~/platform/bounded-queue';
import { isDatabaseAway } from '~/platform/database-errors';
import type { BusyRefusal } from '~/shared/platform-refusals';
import { type Result, refuse } from '~/shared/result';
import { TRY_AGAIN_SECONDS } from '../busy-page';
import { type Boarding, makeBoarding } from './boarding';
import { type Gathered, type GatherOptions, gather } from './gather';
import { type Outcome, placeBatch } from './place-batch';

/** Places one customer's order; the answer comes after COMMIT. */
export type PlaceOrder = (request: OrderRequest) => Promise<Result<PlacedOrder, PlaceOrderRefusal | BusyRefusal>>;

export interface OrderLane {
  app: AppContext;
  placeOrder: PlaceOrder;
  board: Boarding;
  isFull: () => boolean;
}

/** Orders in one unit of work: enough that the disk's one wait is shared widely, few enough to be over in a blink. */
const BATCH_MAX = 256;
/** Orders that may wait: at the slowest rate measured they are placed within seconds. Whoever comes later tries again. */
const WAITING_MAX = 2_000;

const tooMany = () => refuse({ code: 'too_many_at_once', seconds: TRY_AGAIN_SECONDS } as const);

/** Orders of one process in batches: the next is what arrived while the last was committed (docs/architecture.md §9). */
export function makeOrderLane(
  app: AppContext,
  { waitingMax = WAITING_MAX, turns }: Partial<Pick<GatherOptions, 'waitingMax' | 'turns'>> = {},
): OrderLane {
  const options = { groupMax: BATCH_MAX, waitingMax, turns };
  const queue: Gathered<OrderRequest, Outcome> = gather('orders', options, (requests) => placeBatch(app, requests));
  const board = makeBoarding(app, options);
  return {
    app,
    board,
    isFull: () => queue.isFull() || board.isFull(),
    placeOrder: async (request) => {
      try {
        const outcome = await queue.add(request);
        if ('answer' in outcome) return outcome.answer;
        throw outcome.failed;
      } catch (error) {
        if (error instanceof QueueFull) return tooMany();
        if (!isDatabaseAway(error)) throw error;
        // Nothing was taken, or the same order id will find what was.
        app.logger.error({ err: error }, 'orders turned away: the database takes nothing');
        return tooMany();
      }
    },
  };
}

/** Without the lane: each order in a unit of work of its own. */
export function placeOneByOne({ inTransaction, clock }: AppContext): PlaceOrder {
  return (request) => inTransaction((tx) => placeOrder(tx, request, clock.now()));
}
