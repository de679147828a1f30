import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeLiveHub } from './live-hub';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const dataOf = (event: string) => JSON.parse(event.replace(/^data: /, '')) as { topic: string; version: number };

it('tells a reader of its topics and of no other', () => {
  const hub = makeLiveHub();
  const heard: string[] = [];
  hub.read(['board:par_1', 'order:ord_1'], (event) => heard.push(dataOf(event).topic));
  hub.tell(['board:par_1', 'board:par_2', 'order:ord_1', 'ready:fst_1']);
  expect(heard).toEqual(['board:par_1', 'order:ord_1']);
});

it('an event is topic and version, one line, and versions only grow', () => {
  const hub = makeLiveHub();
  const heard: string[] = [];
  hub.read(['ready:fst_1'], (event) => heard.push(event));
  for (let n = 0; n < 3; n++) {
    hub.tell(['ready:fst_1']);
    vi.advanceTimersByTime(1_000);
  }
  expect(heard[0]).toMatch(/^data: \{"topic":"ready:fst_1","version":\d+\}\n\n$/);
  const versions = heard.map((event) => dataOf(event).version);
  expect(versions).toEqual([...versions].sort((one, other) => one - other));
  expect(new Set(versions).size).toBe(3);
});

it('the first of a rush is told at once, the rest together once it is over', () => {
  const hub = makeLiveHub();
  let heard = 0;
  hub.read(['control:fst_1'], () => heard++);
  for (let n = 0; n < 500; n++) hub.tell(['control:fst_1']);
  expect(heard).toBe(1);
  vi.advanceTimersByTime(5_000);
  expect(heard).toBe(2);
  hub.tell(['control:fst_1']);
  expect(heard).toBe(3);
});

it('after a broken connection between processes everybody looks again', () => {
  const hub = makeLiveHub();
  const heard: string[] = [];
  hub.read(['board:par_1'], () => heard.push('one'));
  hub.read(['order:ord_1'], () => heard.push('other'));
  hub.tell('all');
  expect(heard.sort()).toEqual(['one', 'other']);
});

it('forgets a topic with its last reader', () => {
  const hub = makeLiveHub();
  const stopOne = hub.read(['board:par_1'], () => undefined);
  const stopOther = hub.read(['board:par_1'], () => undefined);
  stopOne();
  expect(hub.topicCount()).toBe(1);
  stopOther();
  stopOther();
  expect(hub.topicCount()).toBe(0);
});
