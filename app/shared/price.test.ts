import { describe, expect, it } from 'vitest';
import { readPrice, readRupiah } from './price';

describe('prices as merchants write them', () => {
  it.each([
    ['15000', 15_000],
    ['15.000', 15_000],
    ['Rp 15.000', 15_000],
    ['Rp15.000,-', 15_000],
    ['Rp. 15.000', 15_000],
    ['15.000,00', 15_000],
    ['15,000.00', 15_000],
    ['15000.00', 15_000],
    ['15,000', 15_000],
    ['IDR 15000', 15_000],
    ['15rb', 15_000],
    ['15 rb', 15_000],
    ['15 Ribu', 15_000],
    ['15k', 15_000],
    ['15K', 15_000],
    ['15,5rb', 15_500],
    ['7.5 rb', 7_500],
    ['1,2jt', 1_200_000],
    ['1.250.000', 1_250_000],
    ['15.000/porsi', 15_000],
    ['15.000 per bungkus', 15_000],
    ['harga: 15.000', 15_000],
    ['15.000 rupiah', 15_000],
    ['１５０００', 15_000],
    ['  12500 ', 12_500],
    ['Rp 500', 500],
  ])('%s is read as Rp%d', (typed, amount) => {
    expect(readPrice(typed)).toEqual({ ok: true, value: amount });
  });

  it.each(['15rb-20rb', '15-20rb', 'Rp15.000 - Rp20.000', '15.000 s/d 20.000', '15rb atau 20rb', '15.000/20.000'])(
    '%s holds two prices and somebody has to choose',
    (typed) => {
      expect(readPrice(typed)).toEqual({
        ok: false,
        refusal: { code: 'price_two', typed, lowest: 15_000, highest: 20_000 },
      });
    },
  );

  it.each([
    ['15', 15, 15_000],
    ['0', 0, 0],
    ['15.5', 16, 15_500],
    ['15.00', 15, 15_000],
  ])('%s is asked back instead of taken', (typed, amount, suggested) => {
    expect(readPrice(typed)).toEqual({ ok: false, refusal: { code: 'price_odd', amount, suggested } });
  });

  it.each(['murah', '6.28E+12', 'tanya dulu', '15.000.00', '-15000x', '15.000,50', '1.5.0'])(
    '%s is not a price',
    (typed) => {
      expect(readPrice(typed)).toEqual({ ok: false, refusal: { code: 'price_not_a_number', typed } });
    },
  );

  it('an empty cell is missing, not wrong', () => {
    expect(readPrice(' ')).toEqual({ ok: false, refusal: { code: 'price_missing' } });
  });

  it('a price above ten million is refused with the ceiling', () => {
    expect(readPrice('15.000.000')).toEqual({ ok: false, refusal: { code: 'price_too_high', highest: 10_000_000 } });
  });
});

describe('sums that are no prices', () => {
  it.each([
    ['850 juta', 850_000_000],
    ['Rp 1,2 miliar', 1_200_000_000],
    ['0', 0],
    ['25.000.000', 25_000_000],
  ])('%s is Rp%d', (typed, amount) => {
    expect(readRupiah(typed)).toEqual({ ok: true, value: amount });
  });
  it.each(['banyak', '15,5', ''])('%s is not a sum', (typed) => {
    expect(readRupiah(typed).ok).toBe(false);
  });
});
