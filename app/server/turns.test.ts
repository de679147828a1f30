import { expect, it } from 'vitest';
import { makeTurns } from './turns';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('lets one work begin a turn, in order, those of many and of one alternating', async () => {
  const turns = makeTurns();
  const begun: string[] = [];
  for (const name of ['page 1', 'page 2', 'page 3']) void turns.take('one').then(() => begun.push(name));
  for (const name of ['orders 1', 'orders 2']) void turns.take('many').then(() => begun.push(name));
  const seen: number[] = [];
  while (begun.length < 5) {
    await nextTurn();
    seen.push(begun.length);
  }
  expect(begun).toEqual(['orders 1', 'page 1', 'orders 2', 'page 2', 'page 3']);
  // Never two in one turn.
  expect(seen.every((count, at) => count - (seen[at - 1] ?? 0) <= 1)).toBe(true);
});

it('waits while people come in, but not for ever', async () => {
  const turns = makeTurns();
  let hasBegun = false;
  void turns.take('one').then(() => {
    hasBegun = true;
  });
  let came = 0;
  while (!hasBegun) {
    turns.knocked();
    came += 1;
    await nextTurn();
  }
  expect(came).toBeGreaterThan(10);
  expect(came).toBeLessThan(30);
});

it('begins at once again after everything was done', async () => {
  const turns = makeTurns();
  await turns.take('one');
  await turns.take('many');
  await nextTurn();
  await turns.take('one');
});
