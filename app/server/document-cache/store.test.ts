import { expect, it } from 'vitest';
import { Document } from './document';
import { type Entry, PageStore } from './store';

const page = (bytes: number) => new Document(200, [], Buffer.alloc(bytes, 'x'), { isSecure: false });
const weight = page(10_000).bytes;

function fill(store: PageStore, ...targets: string[]): Entry[] {
  return targets.map((target) =>
    store.add({
      host: 'a.test',
      target,
      document: page(10_000),
      topics: [`stall:${target}`, 'festival:1'],
      freshUntil: Number.POSITIVE_INFINITY,
    }),
  );
}

const kept = (store: PageStore, ...targets: string[]) =>
  targets.filter((target) => store.find('a.test', target)).join('');

it('what was not used for longest goes first when memory is full, counted in bytes', () => {
  const store = new PageStore({ bytesMax: 3 * weight, pageBytesMax: weight });
  const entries = fill(store, 'a', 'b', 'c');
  expect([store.bytes, store.entries]).toEqual([3 * weight, 3]);
  fill(store, 'd');
  expect(kept(store, 'a', 'b', 'c', 'd')).toBe('bcd');
  // Used since: it gets another round.
  entries[1]!.wasUsed = true;
  fill(store, 'e');
  expect(kept(store, 'a', 'b', 'c', 'd', 'e')).toBe('bde');
  expect([store.bytes, store.entries, store.evicted]).toEqual([3 * weight, 3, 2]);
});

it('a body that is compressed later counts too, and takes others’ room', async () => {
  const store = new PageStore({ bytesMax: 2 * weight + 10, pageBytesMax: weight });
  const [, second] = fill(store, 'a', 'b');
  await second!.document.spelled('gzip');
  expect(store.bytes).toBe(2 * weight);
  store.weigh(second!);
  expect(kept(store, 'a', 'b')).toBe('b');
  expect(store.bytes).toBe(second!.document.bytes);
  expect(store.bytes).toBeGreaterThan(weight);
});

it('everything that is dropped is forgotten under every name, and its bytes are free', () => {
  const store = new PageStore({ bytesMax: 10 * weight, pageBytesMax: weight });
  const [a] = fill(store, 'a', 'b');
  store.alias(a!, 'a?');
  expect(store.find('a.test', 'a?')).toBe(a);
  expect(store.dropTopic('stall:a')).toBe(1);
  expect([store.find('a.test', 'a'), store.find('a.test', 'a?'), store.bytes]).toEqual([undefined, undefined, weight]);
  store.alias(a!, 'a?');
  store.weigh(a!);
  expect([store.find('a.test', 'a?'), store.bytes]).toEqual([undefined, weight]);
  expect([store.dropTopic('festival:1'), store.dropTopic('festival:1'), store.bytes, store.entries]).toEqual([
    1, 0, 0, 0,
  ]);
});

it('a page rendered again takes the place of the one before', () => {
  const store = new PageStore({ bytesMax: 10 * weight, pageBytesMax: weight });
  const [first] = fill(store, 'a');
  const [second] = fill(store, 'a');
  store.drop(first!);
  expect(store.find('a.test', 'a')).toBe(second);
  expect([store.bytes, store.entries]).toEqual([weight, 1]);
});

it('a page that would push out too many others does not fit', () => {
  const store = new PageStore({ bytesMax: 10 * weight, pageBytesMax: weight });
  expect([store.fits(page(10_000)), store.fits(page(10_001))]).toEqual([true, false]);
});
