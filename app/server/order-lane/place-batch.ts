import { type OrderRequest, type PlaceOrderAnswer, placeOrders } from '~/domain/orders/place-orders.server';
import { wereStored } from '~/domain/orders/were-stored.server';
import type { AppContext } from '~/platform/app-context';
import { isDatabaseAway } from '~/platform/database-errors';

export type Outcome = { answer: PlaceOrderAnswer } | { failed: unknown };

/**
 * Places a group of orders in one unit of work and gives each its answer once that is committed. When the unit breaks,
 * its halves are tried by themselves, so that only the order that breaks it fails. Never throws.
 */
export async function placeBatch(
  app: Pick<AppContext, 'inTransaction' | 'clock'>,
  requests: readonly OrderRequest[],
): Promise<Outcome[]> {
  try {
    let answers: PlaceOrderAnswer[] = [];
    await app.inTransaction(
      async (tx) => {
        answers = await placeOrders(tx, requests, app.clock.now());
        return answers;
      },
      // The connection broke during COMMIT: whether these orders stand is asked, not guessed.
      { readStoredAnswer: async (tx) => ((await wereStored(tx, answers)) ? answers : undefined) },
    );
    return answers.map((answer) => ({ answer }));
  } catch (failed) {
    if (requests.length <= 1 || isDatabaseAway(failed)) return requests.map(() => ({ failed }));
    const half = Math.ceil(requests.length / 2);
    const first = await placeBatch(app, requests.slice(0, half));
    return [...first, ...(await placeBatch(app, requests.slice(half)))];
  }
}
