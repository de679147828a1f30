import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readBody } from './read-body';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const MB = 1024 * 1024;

function begin(bytesMax: number) {
  const sender = new PassThrough();
  return { sender, reading: readBody(sender as unknown as IncomingMessage, bytesMax) };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('takes a body in pieces', async () => {
  const { sender, reading } = begin(10);
  sender.write('satu ');
  sender.end('dua');
  expect(await reading).toEqual({ ok: true, bytes: Buffer.from('satu dua') });
});

it('stops at the first byte too many', async () => {
  const { sender, reading } = begin(10);
  sender.write('x'.repeat(11));
  expect(await reading).toEqual({ ok: false, status: 413 });
});

it('of a form whose beginning alone is wanted, takes so much and says so', async () => {
  const sender = new PassThrough();
  const reading = readBody(sender as unknown as IncomingMessage, 10, { beginning: true });
  sender.write('isian ');
  sender.write('x'.repeat(11));
  expect(await reading).toEqual({ ok: true, bytes: Buffer.from('isian xxxx') });
});

it('a sender who falls silent is not waited for, however much may still come', async () => {
  const { sender, reading } = begin(21 * MB);
  sender.write('x'.repeat(MB));
  await turn();
  vi.advanceTimersByTime(31_000);
  expect(await reading).toEqual({ ok: false, status: 408 });
});

it('a slow phone is waited for while something comes, but not for ever', async () => {
  const { sender, reading } = begin(MB);
  let answer: unknown = 'still reading';
  void reading.then((done) => {
    answer = done;
  });
  for (let second = 0; second < 260; second += 20) {
    sender.write('x');
    await turn();
    vi.advanceTimersByTime(20_000);
  }
  await turn();
  expect(answer).toBe('still reading');
  sender.write('x');
  await turn();
  vi.advanceTimersByTime(20_000);
  expect(await reading).toEqual({ ok: false, status: 408 });
});

it('of a form whose beginning alone is wanted, what came before the first pause is taken', async () => {
  const sender = new PassThrough();
  const reading = readBody(sender as unknown as IncomingMessage, MB, { beginning: true });
  sender.write('isian ');
  await turn();
  vi.advanceTimersByTime(900);
  sender.write('lagi');
  await turn();
  vi.advanceTimersByTime(1_100);
  expect(await reading).toEqual({ ok: true, bytes: Buffer.from('isian lagi') });
});
