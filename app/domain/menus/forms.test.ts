import { describe, expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { choosable, dishForm, newDishForm, optionGroupForm } from './dish-form';

const dishId = newId('dsh');
const errorsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries((result.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]));

describe('a dish in three inputs', () => {
  it.each([
    ['8', 480],
    ['8 menit', 480],
    ['120 min', 7_200],
    ['1', 60],
  ])('"%s" minutes are %d seconds', (minutes, seconds) => {
    expect(newDishForm.parse({ dishId, name: 'Tekwan', price: '15rb', minutes })).toEqual({
      dishId,
      name: 'Tekwan',
      price: 15_000,
      minutes: seconds,
    });
  });

  it('each wrong field says what it is, and none hides another', () => {
    expect(errorsOf(newDishForm.safeParse({ price: 'murah', minutes: '500' }))).toEqual({
      name: 'dish_name_missing',
      price: 'price_not_a_number',
      minutes: 'minutes_range',
    });
    expect(errorsOf(newDishForm.safeParse({ name: 'X', minutes: '' }))).toEqual({
      price: 'price_missing',
      minutes: 'minutes_missing',
    });
  });

  it('the button "Ubah jadi Rp15.000" stands for what was typed', () => {
    expect(newDishForm.parse({ name: 'X', price: '15', priceAnswer: '15000', minutes: '5' }).price).toBe(15_000);
    expect(errorsOf(newDishForm.safeParse({ name: 'X', price: '15', minutes: '5' }))).toEqual({ price: 'price_odd' });
  });
});

describe('allergens', () => {
  const base = { name: 'X', price: '15.000', minutes: '5' };
  it.each([
    [undefined, { answer: 'unknown', listed: [] }],
    ['none', { answer: 'none', listed: [] }],
    ['egg', { answer: 'listed', listed: ['egg'] }],
    [['egg', 'soy', 'plutonium'], { answer: 'listed', listed: ['egg', 'soy'] }],
  ])('%j is %j', (allergens, read) => {
    expect(dishForm.parse({ ...base, allergens }).allergens).toEqual(read);
  });
  it('"tidak ada" and an allergen do not go together', () => {
    expect(errorsOf(dishForm.safeParse({ ...base, allergens: ['none', 'egg'] }))).toEqual({
      allergens: 'allergens_both',
    });
  });
});

describe('options, one a line', () => {
  const parse = (options: string) => optionGroupForm.safeParse({ group: 'Topping', rule: 'any', options });
  it('reads names with and without a price, as people separate them', () => {
    const read = parse('Telur = 3.000\nKerupuk\nKeju: 5rb\n\nSambal + Rp 1.000\nTanpa = gratis');
    expect(read.data?.options).toEqual([
      { name: 'Telur', price: 3_000 },
      { name: 'Kerupuk', price: 0 },
      { name: 'Keju', price: 5_000 },
      { name: 'Sambal', price: 1_000 },
      { name: 'Tanpa', price: 0 },
    ]);
  });
  it.each([
    ['Telur = banyak', 'option_line'],
    ['= 3.000', 'option_line'],
    ['', 'options_missing'],
  ])('"%s" is refused', (typed, code) => {
    expect(errorsOf(parse(typed))).toEqual({ options: code });
  });
  it('the rule on the screen becomes least and most', () => {
    expect(choosable('one', 4)).toEqual({ min: 1, max: 1 });
    expect(choosable('up_to_three', 2)).toEqual({ min: 0, max: 2 });
    expect(choosable('any', 4)).toEqual({ min: 0, max: 4 });
  });
});
