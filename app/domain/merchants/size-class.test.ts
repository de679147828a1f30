import { describe, expect, it } from 'vitest';
import { readKbli } from './kbli';
import { sizeClassOf } from './size-class';

const DAY = '2026-11-23';

describe('size of a business (PP 7/2021 art. 35)', () => {
  it.each([
    [null, 2_000_000_000, 'micro'],
    [null, 2_000_000_001, 'small'],
    [null, 15_000_000_000, 'small'],
    [null, 15_000_000_001, 'medium'],
    [null, 50_000_000_001, 'large'],
    [1_000_000_000, null, 'micro'],
    [1_000_000_001, null, 'small'],
    [10_000_000_000, null, 'medium'],
    [10_000_000_001, null, 'large'],
    [99_000_000_000, 100_000, 'micro'],
  ])('capital %s and yearly sales %s make it %s', (capital, yearlySales, sizeClass) => {
    expect(sizeClassOf({ capital, yearlySales }, DAY)).toEqual({ sizeClass, source: 'PP 7/2021 pasal 35' });
  });

  it('says nothing before anything is known, and nothing before the rule existed', () => {
    expect(sizeClassOf({ capital: null, yearlySales: null }, DAY)).toBeNull();
    expect(sizeClassOf({ capital: 1, yearlySales: null }, '2020-01-01')).toBeNull();
  });
});

describe('business code with its edition (domain.md §1.5)', () => {
  it.each([['2020:56102'], ['2025:56102'], ['2020:56104']])('%s exists', (typed) => {
    expect(readKbli(typed)).not.toBeNull();
  });
  it.each([['2025:56104'], ['56102'], ['2020:56105'], ['2015:56101'], ['2020:toString']])('%s does not', (typed) => {
    expect(readKbli(typed)).toBeNull();
  });
});
