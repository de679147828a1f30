import { describe, expect, it } from 'vitest';
import { en } from './en';
import { fieldErrorTables } from './field-errors';
import { id } from './id';
import { refusalTables } from './refusals';

/** Every word of a catalogue with its place; functions are called with harmless arguments. */
function wordsOf(node: unknown, place = ''): [string, string][] {
  if (typeof node === 'string') return [[place, node]];
  if (typeof node === 'function') return wordsOf(call(node as (...args: unknown[]) => unknown), `${place}()`);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => wordsOf(value, place ? `${place}.${key}` : key));
}

function call(word: (...args: unknown[]) => unknown): unknown {
  for (const argument of [7, 'Tekwan', ['Tekwan'], {}]) {
    try {
      return word(...Array.from({ length: Math.max(1, word.length) }, () => argument));
    } catch {}
  }
  return '';
}

const indonesian = wordsOf(id);
const english = wordsOf(en);

describe('both languages', () => {
  it('say the same things: every key of one is a key of the other', () => {
    expect(english.map(([place]) => place).sort()).toEqual(indonesian.map(([place]) => place).sort());
  });

  it('leave nothing empty that the other says', () => {
    const spoken = new Map(english);
    expect(
      indonesian.filter(([place, text]) => text !== '' && spoken.get(place) === '').map(([place]) => place),
    ).toEqual([]);
  });

  it('keep codes of refusals and of field errors unique over all capabilities', () => {
    for (const tables of [refusalTables, fieldErrorTables]) {
      const codes = tables.flatMap((table) => Object.keys(table));
      expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    }
  });
});

describe('Indonesian on screen (words.md, sections 1 and 5)', () => {
  it.each([
    ['kamu, -mu', /\bkamu\b/i],
    ['silakan, mohon, harap', /\b(silakan|silahkan|mohon|harap)\b/i],
    ['exclamation marks', /!/],
    ['ups', /\b(ups|oops)\b/i],
    ['berhasil di…', /\bberhasil di[a-z]+/i],
    ['misspellings', /\b(antrian|kadaluarsa|ijin|detil|resiko|nomer|merubah)\b/i],
    ['anda in small letters', /\banda\b/],
    ['clocks with a colon', /\b\d{1,2}:\d{2}\b/],
  ])('has no %s', (_, pattern) => {
    expect(indonesian.filter(([, text]) => pattern.test(text)).map(([place, text]) => `${place}: ${text}`)).toEqual([]);
  });
});
