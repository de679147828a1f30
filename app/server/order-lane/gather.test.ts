import { describe, expect, it } from 'vitest';
import { QueueFull } from '~/platform/bounded-queue';
import { gather } from './gather';

/** Work that waits until it is let go, and says what it was given. */
function gatherHeld(limits: { groupMax: number; waitingMax: number }) {
  const groups: number[][] = [];
  let letGo: () => void = () => undefined;
  const gathered = gather<number, string>('numbers', limits, async (items) => {
    groups.push(items);
    await new Promise<void>((resolve) => (letGo = resolve));
    return items.map((item) => `answer ${item}`);
  });
  const untilGroups = async (count: number) => {
    while (groups.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return { groups, gathered, untilGroups, letGo: () => letGo() };
}

describe('gathering', () => {
  it('makes the next group of what came while the last was worked on, in order, each with its own answer', async () => {
    const { groups, gathered, untilGroups, letGo } = gatherHeld({ groupMax: 3, waitingMax: 100 });
    const first = [1, 2].map((item) => gathered.add(item));
    await untilGroups(1);
    const later = [3, 4, 5, 6].map((item) => gathered.add(item));
    letGo();
    await untilGroups(2);
    letGo();
    await untilGroups(3);
    letGo();
    expect(await Promise.all([...first, ...later])).toEqual([1, 2, 3, 4, 5, 6].map((item) => `answer ${item}`));
    expect(groups).toEqual([[1, 2], [3, 4, 5], [6]]);
  });

  it('turns away who finds too many waiting, and lets the others through', async () => {
    const { gathered, untilGroups, letGo } = gatherHeld({ groupMax: 10, waitingMax: 2 });
    const working = gathered.add(0);
    await untilGroups(1);
    const waiting = [gathered.add(1), gathered.add(2)];
    expect(gathered.isFull()).toBe(true);
    await expect(gathered.add(3)).rejects.toBeInstanceOf(QueueFull);
    letGo();
    await untilGroups(2);
    letGo();
    expect(await Promise.all([working, ...waiting])).toEqual(['answer 0', 'answer 1', 'answer 2']);
    expect(gathered.isFull()).toBe(false);
  });

  it('tells a failure to the whole group, and goes on with the next', async () => {
    const gathered = gather<number, number>('numbers', { groupMax: 2, waitingMax: 9 }, async (items) => {
      if (items.includes(1)) throw new Error('broken');
      return items;
    });
    const answers = await Promise.allSettled([1, 2, 3].map((item) => gathered.add(item)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});
