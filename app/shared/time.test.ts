import { describe, expect, it } from 'vitest';
import {
  addDays,
  clockOf,
  dayOf,
  daysBetween,
  daysFromTo,
  endOfDay,
  instantOf,
  isClock,
  isDay,
  startOfDay,
  weekdayOf,
} from './time';

describe('days and clocks of a place', () => {
  it('finds the instant of a local clock and back', () => {
    const at = instantOf('2026-11-28', '16:30', 'Asia/Makassar');
    expect(new Date(at).toISOString()).toBe('2026-11-28T08:30:00.000Z');
    expect([dayOf(at, 'Asia/Makassar'), clockOf(at, 'Asia/Makassar')]).toEqual(['2026-11-28', '16:30']);
  });

  it('begins and ends a day at the midnight of its own zone', () => {
    expect(new Date(startOfDay('2026-11-28', 'Asia/Jakarta')).toISOString()).toBe('2026-11-27T17:00:00.000Z');
    expect(endOfDay('2026-11-28', 'Asia/Jakarta') - startOfDay('2026-11-28', 'Asia/Jakarta')).toBe(24 * 3_600_000);
    expect(instantOf('2026-11-28', '24:00', 'Asia/Jakarta')).toBe(startOfDay('2026-11-29', 'Asia/Jakarta'));
  });

  it('keeps the wall clock where a zone moves its clocks', () => {
    expect(new Date(instantOf('2026-03-29', '12:00', 'Europe/Berlin')).toISOString()).toBe('2026-03-29T10:00:00.000Z');
    expect(new Date(instantOf('2026-10-25', '12:00', 'Europe/Berlin')).toISOString()).toBe('2026-10-25T11:00:00.000Z');
  });

  it('counts days over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-11-28', '2026-12-02')).toBe(4);
    expect(daysFromTo('2026-11-28', '2026-11-30')).toEqual(['2026-11-28', '2026-11-29', '2026-11-30']);
    expect(daysFromTo('2026-11-30', '2026-11-28')).toEqual([]);
    expect(weekdayOf('2026-11-28')).toBe(6);
  });

  it('knows a day and a clock from something else', () => {
    expect(['2026-11-28', '2026-02-30', '28-11-2026', '2026-1-1'].map(isDay)).toEqual([true, false, false, false]);
    expect(['00:00', '23:59', '24:00', '9:00', '10.05'].map(isClock)).toEqual([true, true, false, false, false]);
  });
});
