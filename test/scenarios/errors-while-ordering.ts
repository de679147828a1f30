import type { InTransaction } from '~/platform/app-context';
import { makeInTransaction } from '~/platform/unit-of-work.server';
import { type Outcome, placeBatch } from '~/server/order-lane/place-batch';
import { Baskets, fillBusyFestival } from '../load/busy-festival';
import { type Injection, openInjected } from '../setup/injected-errors';
import type { World } from '../setup/open-world';
import { lookAtWhatIsLeft } from './what-is-left';

/** So many statements, commits and answers to commits apart; together about one unit of work in ten meets an error. */
const EVERY_STATEMENT = 611;
const EVERY_COMMIT = 19;
const EVERY_ANSWER = 47;

export interface ErrorsWishes {
  orders: number;
  batch: number;
  /** `never` is the control: each unit of work is tried once. */
  repeats: 'as always' | 'never';
}

export interface ErrorsOutcome {
  injected: number;
  placed: number;
  /** What customers would have seen instead of their order. */
  visible: number;
  /** Told and not there, or not adding up. */
  broken: string[];
  stored: number;
}

/** R20: orders in batches, eight batches at once, while PostgreSQL's own errors are thrown in their way. */
export async function orderAmongErrors(world: World, { orders, batch, repeats }: ErrorsWishes): Promise<ErrorsOutcome> {
  const baskets = new Baskets(await fillBusyFestival(world));
  let injected = 0;
  const broken = openInjected(
    world,
    injectionOf(() => {
      injected += 1;
    }),
  );
  const inTransaction: InTransaction =
    repeats === 'never'
      ? (work) => broken.transaction().execute((tx) => work(tx as Parameters<typeof work>[0]))
      : makeInTransaction(broken, { pause: 1 });
  const app = { ...world.app, inTransaction };
  const told: Outcome[] = [];
  const ids: Parameters<typeof lookAtWhatIsLeft>[1][number][] = [];
  let left = orders;
  const hand = async () => {
    while (left > 0) {
      const requests = baskets.take(Math.min(batch, left));
      left -= requests.length;
      const outcomes = await placeBatch(app, requests);
      for (const [at, outcome] of outcomes.entries()) {
        told.push(outcome);
        if ('answer' in outcome && outcome.answer.ok) ids.push(requests[at]!.orderId);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, hand));
  await broken.destroy();
  const { lost, broken: wrong } = await lookAtWhatIsLeft(world, ids);
  const rows = await world.db.selectFrom('order_header').select('id').execute();
  return {
    injected,
    placed: ids.length,
    visible: told.length - ids.length,
    broken: [...wrong, ...lost.map((id) => `lost ${id}`)],
    stored: rows.length,
  };
}

/** Counted, not thrown: every run meets them, and no unit of work meets one at each of its tries. */
function injectionOf(noted: () => void): Injection {
  const every = (nth: number, codes: readonly string[]) => {
    let seen = 0;
    let thrown = 0;
    return () => {
      seen += 1;
      if (seen % nth !== 0) return null;
      noted();
      const code = codes[thrown++ % codes.length]!;
      return Object.assign(new Error(code === 'ECONNRESET' ? 'Connection terminated unexpectedly' : code), { code });
    };
  };
  return {
    beforeStatement: every(EVERY_STATEMENT, ['40P01', 'ECONNRESET', '40001']),
    beforeCommit: every(EVERY_COMMIT, ['ECONNRESET', '40001', '40P01']),
    // Whether it counted is what nobody knows then.
    afterCommit: every(EVERY_ANSWER, ['ECONNRESET']),
  };
}
