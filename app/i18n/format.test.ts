import { describe, expect, it } from 'vitest';
import { instantOf } from '~/shared/time';
import {
  compareNames,
  formatBasisPoints,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDeadline,
  formatHours,
  formatList,
  formatMaskedPhone,
  formatMinutes,
  formatNumber,
  formatOption,
  formatPhone,
  formatPrice,
  formatRange,
  formatRupiah,
  formatRupiahRange,
  formatSignedRupiah,
  formatTime,
} from './format';

const WIB = 'Asia/Jakarta';
const at = instantOf('2026-11-28', '10:05', WIB);

describe('amounts read as on a price sign', () => {
  it.each([
    [0, 'Rp0'],
    [500, 'Rp500'],
    [15_000, 'Rp15.000'],
    [1_250_000, 'Rp1.250.000'],
    [-15_000, '−Rp15.000'],
    [9_007_199_254_740_991, 'Rp9.007.199.254.740.991'],
  ])('%d is %s, without a space or decimals', (amount, text) => {
    expect(formatRupiah(amount)).toBe(text);
  });

  it('says plus and minus for movements, nothing for zero', () => {
    expect([2_000, -2_000, 0].map(formatSignedRupiah)).toEqual(['+Rp2.000', '−Rp2.000', 'Rp0']);
  });

  it('says free in words, and ranges once', () => {
    expect([formatPrice(0), formatPrice(0, 'en'), formatPrice(8_000)]).toEqual(['Gratis', 'Free', 'Rp8.000']);
    expect([formatRupiahRange(10_000, 15_000), formatRupiahRange(8_000, 8_000)]).toEqual([
      'Rp10.000–15.000',
      'Rp8.000',
    ]);
  });

  it('writes numbers and per cent as each language does', () => {
    expect([formatNumber(4_800), formatNumber(4_800, 'en')]).toEqual(['4.800', '4,800']);
    expect([formatBasisPoints(30), formatBasisPoints(500), formatBasisPoints(30, 'en')]).toEqual([
      '0,3%',
      '5%',
      '0.3%',
    ]);
  });
});

describe('days and clocks of the festival', () => {
  it('writes a day in every length', () => {
    const day = (style: Parameters<typeof formatDate>[2], language?: 'id' | 'en') =>
      formatDate('2026-11-28', WIB, style, language);
    expect([day('long'), day('medium'), day('short'), day('day'), day('weekday')]).toEqual([
      'Sabtu, 28 November 2026',
      '28 November 2026',
      'Sab, 28 Nov',
      '28 Nov',
      'Sabtu',
    ]);
    expect(day('long', 'en')).toBe('Saturday, 28 November 2026');
  });

  it('writes ranges of days as short as they can be', () => {
    expect(formatDateRange('2026-11-28', '2026-11-30')).toBe('28–30 November 2026');
    expect(formatDateRange('2026-11-28', '2026-12-02')).toBe('28 November – 2 Desember 2026');
    expect(formatDateRange('2026-12-30', '2027-01-02')).toBe('30 Desember 2026 – 2 Januari 2027');
    expect(formatDateRange('2026-11-28', '2026-11-28')).toBe('28 November 2026');
  });

  it('takes the clock and its name from the place, in both languages', () => {
    expect([formatTime(at, WIB), formatTime(at, 'Asia/Makassar'), formatTime(at, 'Asia/Jayapura')]).toEqual([
      '10.05 WIB',
      '11.05 WITA',
      '12.05 WIT',
    ]);
    expect(formatDateTime(at, WIB)).toBe('Sabtu, 28 November 2026 pukul 10.05 WIB');
    expect(formatDateTime(at, WIB, 'en')).toBe('Saturday, 28 November 2026, 10.05 WIB');
    expect(formatDeadline(at, WIB)).toBe('Sabtu 10.05');
    expect(formatRange(at, at + 600_000, WIB, true)).toBe('10.05–10.15 WIB');
    expect(formatHours('10:00', '21:00')).toBe('10.00–21.00');
  });

  it('turns the day at midnight of the place, not of the server', () => {
    const late = instantOf('2026-11-28', '23:30', WIB);
    expect([formatDate(late, WIB, 'day'), formatDate(late, 'Asia/Jayapura', 'day')]).toEqual(['28 Nov', '29 Nov']);
  });
});

describe('phones, minutes, lists and names', () => {
  it('groups a phone and hides its middle from others', () => {
    expect([formatPhone('+6281234567890'), formatMaskedPhone('+6281234567890')]).toEqual([
      '0812-3456-7890',
      '0812-••••-7890',
    ]);
  });

  it('rounds minutes up', () => {
    expect([formatMinutes(61), formatMinutes(60, 'en'), formatMinutes(600, 'en')]).toEqual([
      '2 menit',
      '1 minute',
      '10 minutes',
    ]);
  });

  it('joins lists and counts what is left out', () => {
    expect(formatList(['udang'])).toBe('udang');
    expect(formatList(['udang', 'telur'])).toBe('udang dan telur');
    expect(formatList(['A', 'B', 'C'])).toBe('A, B, dan C');
    expect(formatList(['A', 'B', 'C'], 'en', 'or')).toBe('A, B, or C');
    expect(formatList(['A', 'B', 'C', 'D', 'E', 'F'], 'id', 'and', 2)).toBe('A, B, dan 4 lainnya');
  });

  it('puts Stan 2 before Stan 10', () => {
    expect(['Stan 10', 'stan 2'].sort((a, b) => compareNames(a, b))).toEqual(['stan 2', 'Stan 10']);
  });
});

describe('an option beside its dish', () => {
  it('says level where the stall wrote only the figure, and leaves other names alone', () => {
    expect(formatOption('2')).toBe('level 2');
    expect(formatOption('telur')).toBe('telur');
  });
});
