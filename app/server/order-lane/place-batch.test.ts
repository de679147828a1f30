import { expect, it } from 'vitest';
import type { OrderRequest } from '~/domain/orders/place-orders.server';
import { makeInTransaction } from '~/platform/unit-of-work.server';
import { nextBrowser, requestFor } from '../../../test/factories/orders';
import { makeOpenFestival, readStockRow } from '../../../test/factories/stalls';
import { onBothEngines, onOneEngine, type World } from '../../../test/setup/engines';
import { openInjected } from '../../../test/setup/injected-errors';
import { type Outcome, placeBatch } from './place-batch';

const kindsOf = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome) =>
    'failed' in outcome ? 'failed' : outcome.answer.ok ? 'placed' : outcome.answer.refusal.code,
  );

async function begin(world: World, count: number) {
  const { stalls } = await makeOpenFestival(world, [{ portions: 100, cookedAtOnce: 60 }]);
  const requests = Array.from({ length: count }, () => requestFor(world, stalls, { browser: nextBrowser() }));
  return { stall: stalls[0]!, requests };
}

const stored = async (world: World) =>
  new Set((await world.db.selectFrom('order_header').select('id').execute()).map(({ id }) => id));

onBothEngines('a batch with one order that breaks it', (engine) => {
  it('fails that one alone: all others are placed, once, in their order', async () => {
    const world = await engine.world();
    const { stall, requests } = await begin(world, 12);
    // No column takes a fraction: the statement itself breaks, whatever was decided.
    const poison: OrderRequest = { ...requests[7]!, lines: [{ ...requests[7]!.lines[0]!, price: 10_000.5 }] };
    const outcomes = await placeBatch(world.app, requests.with(7, poison));
    expect(kindsOf(outcomes)).toEqual(requests.map((_, index) => (index === 7 ? 'failed' : 'placed')));
    const others = requests.filter((_, index) => index !== 7);
    expect(await stored(world)).toEqual(new Set(others.map(({ orderId }) => orderId)));
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 89 });
    const numbers = await world.db.selectFrom('order_ticket').select(['order_id', 'pickup_number']).execute();
    const numberOf = new Map(numbers.map((row) => [row.order_id, row.pickup_number]));
    expect(others.map(({ orderId }) => numberOf.get(orderId))).toEqual(others.map((_, index) => index + 1));
  });

  it('fails nobody for a refusal', async () => {
    const world = await engine.world();
    const { requests } = await begin(world, 3);
    const [first] = requests;
    const empty = { ...requests[1]!, lines: [] };
    expect(kindsOf(await placeBatch(world.app, [first!, empty, requests[2]!]))).toEqual([
      'placed',
      'basket_empty',
      'placed',
    ]);
  });
});

onOneEngine('postgres', 'a connection that breaks at COMMIT', (engine) => {
  const lost = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });

  it('after it counted: each order is answered as it stands, and nothing is placed twice', async () => {
    const world = await engine.world();
    const { stall, requests } = await begin(world, 5);
    let breaks = 1;
    const broken = openInjected(world, { afterCommit: () => (breaks-- > 0 ? lost() : null) });
    const app = { ...world.app, inTransaction: makeInTransaction(broken, { pause: 1 }) };
    expect(kindsOf(await placeBatch(app, requests))).toEqual(requests.map(() => 'placed'));
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 95 });
    await broken.destroy();
  });

  it('before it counted: the orders are placed by another try', async () => {
    const world = await engine.world();
    const { stall, requests } = await begin(world, 5);
    let breaks = 1;
    const broken = openInjected(world, { beforeCommit: () => (breaks-- > 0 ? lost() : null) });
    const app = { ...world.app, inTransaction: makeInTransaction(broken, { pause: 1 }) };
    expect(kindsOf(await placeBatch(app, requests))).toEqual(requests.map(() => 'placed'));
    expect(await readStockRow(world, stall)).toMatchObject({ portions_left: 95 });
    await broken.destroy();
  });
});
