import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { MINUTE_MS } from '~/shared/time';
import { onOneEngine } from '../setup/engines';
import { Agenda } from './agenda';
import { isSound, readDayFigures } from './day-figures';
import { drawDay, toPng } from './day-picture';
import { planDay } from './day-plan';
import { playDay } from './play-day';
import { readBoardPage, readOrderPage } from './read-pages';
import { tellDay } from './tell-day';

describe('the plan of a day', () => {
  it('is the same for the same seed, and another for another', () => {
    const wishes = { stalls: 30, seed: 7 };
    expect(planDay(wishes)).toEqual(planDay(wishes));
    expect(planDay(wishes)).not.toEqual(planDay({ ...wishes, seed: 8 }));
  });

  it('has its peaks at noon and in the evening, absent customers, and everybody within opening hours', () => {
    const { customers, length } = planDay({ stalls: 222, seed: 7 });
    const within = (from: number, to: number) =>
      customers.filter(({ at }) => at >= from * 60 * MINUTE_MS && at < to * 60 * MINUTE_MS).length;
    expect(within(2, 3)).toBeGreaterThan(2 * within(5, 6));
    expect(within(8, 9)).toBeGreaterThan(2 * within(5, 6));
    expect(customers.some(({ shows }) => shows === 'absent')).toBe(true);
    expect(customers.every(({ at }) => at >= 0 && at < length)).toBe(true);
  });
});

it('tickets are read however their attributes are ordered, and pages without them are told', () => {
  const board = (tag: string) => `<ul><li ${tag}><h3>7</h3></li></ul>`;
  const seen = readBoardPage(board('data-state="placed" id="bon-7" data-ticket-id="tkt_1" class="x" data-ticket="7"'));
  expect(seen.get('7')).toMatchObject({ id: 'tkt_1', state: 'placed' });
  expect(readBoardPage('<p>No orders</p>').size).toBe(0);
  expect(() => readBoardPage(board('id="bon-7" data-number="7"'))).toThrow();
  expect(() => readOrderPage('<section class="order-ticket"></section>')).toThrow();
});

it('an agenda gives what is due, the earliest first, each once', async () => {
  const agenda = new Agenda();
  const done: string[] = [];
  for (const [at, name] of [
    [30, 'c'],
    [10, 'a'],
    [30, 'd'],
    [20, 'b'],
    [99, 'e'],
  ] as const) {
    agenda.add(at, async () => void done.push(name));
  }
  for (const act of agenda.takeUntil(30)) await act();
  expect(done.join('')).toBe('abcd');
  expect(agenda.takeUntil(30)).toHaveLength(0);
  expect(agenda.takeUntil(100)).toHaveLength(1);
});

onOneEngine('sqlite', 'a simulated day', (engine) => {
  it('of six stalls with two outages loses nothing, sells nothing twice, and can be looked at', {
    timeout: 300_000,
  }, async () => {
    const plan = planDay({ stalls: 6, seed: 3, customersPerStall: 7, hours: { from: 1.75, to: 3.25 } });
    const world = await engine.world();
    const folder = mkdtempSync(join(inject('databaseFolder'), 'day-'));
    const day = await playDay(world, plan, { folder });
    const figures = await readDayFigures(world, plan, day);
    expect(figures).toMatchObject({ lost: 0, oversold: 0, broken: [], troubles: [] });
    expect(isSound(figures)).toBe(true);
    expect(figures.orders).toBeGreaterThan(20);
    expect(figures.tickets).toMatchObject({ handed_over: expect.any(Number), expired: expect.any(Number) });
    expect(figures.sentTwice).toBeGreaterThan(0);
    expect(Object.keys(figures.responseMs)).toContain('order');
    const told = tellDay(figures);
    expect(told).toContain('A sound day.');
    expect(tellDay({ ...figures, lost: 1 })).toContain('NOT a sound day.');
    expect(isSound({ ...figures, tickets: { expired: figures.orders } })).toBe(false);
    expect(isSound({ ...figures, sentTwice: 0 })).toBe(false);
    const png = await toPng(drawDay(figures));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});
