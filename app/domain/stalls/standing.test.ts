import { expect, it } from 'vitest';
import { standingOf } from './stalls';

it('a stall stands as its day says', () => {
  const day = { opensAt: 100, closesAt: 200, pausedUntil: null, closedAt: null, silentAt: null };
  expect(standingOf(null, 150)).toBe('not_checked_in');
  expect(standingOf(day, 50)).toBe('before_opening');
  expect(standingOf(day, 100)).toBe('open');
  expect(standingOf({ ...day, pausedUntil: 160 }, 150)).toBe('paused');
  expect(standingOf({ ...day, pausedUntil: 160 }, 160)).toBe('open');
  const silent = { ...day, silentAt: 120 };
  expect(standingOf(silent, 150)).toBe('silent');
  expect(standingOf({ ...silent, pausedUntil: 160 }, 150)).toBe('paused');
  expect(standingOf(silent, 50)).toBe('before_opening');
  expect(standingOf(silent, 200)).toBe('closed');
  expect(standingOf(day, 200)).toBe('closed');
  expect(standingOf({ ...day, closedAt: 150 }, 160)).toBe('closed');
});
