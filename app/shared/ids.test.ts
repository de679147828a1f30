import { describe, expect, it } from 'vitest';
import { newId, newSecretId, parseId } from './ids';

describe('ids', () => {
  it('sort by time, and in the order they were made within one millisecond', () => {
    const now = Date.UTC(2026, 10, 28);
    const ids = [
      ...Array.from({ length: 5_000 }, () => newId('mrc', now)),
      newId('mrc', now + 1),
      newId('mrc', now + 1_000),
    ];
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are version 7 with the time in front', () => {
    const now = Date.UTC(2026, 10, 28);
    const digits = '0123456789abcdefghjkmnpqrstvwxyz';
    const value = [...newId('mrc', now).slice(4)].reduce(
      (sum, digit) => (sum << 5n) | BigInt(digits.indexOf(digit)),
      0n,
    );
    expect([value >> 80n, (value >> 76n) & 15n, (value >> 62n) & 3n]).toEqual([BigInt(now), 7n, 2n]);
  });

  it('read back from an address, and nothing else does', () => {
    const id = newId('mrc');
    expect(parseId('mrc', id)).toBe(id);
    expect(parseId('ord', newSecretId('ord'))).not.toBeNull();
    for (const wrong of [
      null,
      7,
      '',
      'mrc_',
      id.replace('mrc', 'dsh'),
      `${id}0`,
      id.toUpperCase(),
      `mrc_${'u'.repeat(26)}`,
    ]) {
      expect(parseId('mrc', wrong)).toBeNull();
    }
  });

  it('that open a page by themselves share nothing with one another', () => {
    const ids = Array.from({ length: 1_000 }, () => newSecretId('ord'));
    expect(new Set(ids.map((id) => id.slice(4, 10))).size).toBeGreaterThan(990);
  });
});
