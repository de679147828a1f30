import {
  DISH_CATEGORY_MAX,
  DISH_DESCRIPTION_MAX,
  DISH_NAME_MAX,
  MAKE_MINUTES_MAX,
  MAKE_MINUTES_MIN,
  OPTION_GROUPS_MAX,
  OPTION_NAME_MAX,
  OPTION_PRICE_MAX,
  OPTIONS_MAX,
} from '../../menus';
import type { ColumnMapping, ImportedDish, ImportedOptionGroup } from '../import';
import type { CellReader } from './cell-reader';
import { readAllergens, readHalal, readMinutes, readSpice } from './read-answers';
import { readExtraMoney, readMoney } from './read-money';
import { DATE_LIKE, groupOf, readOptionList } from './read-options';
import { shorten } from './value-words';

const FOREIGN_ID_MAX = 100;
const FIRST_CHOICES = 'Pilihan';
const EXTRAS = 'Tambahan';

/** The dishes of one row: one, none (a section alone, a merchant alone), or several where the sheet is wide. */
export function readDishCells(cells: CellReader, sets: readonly number[]): ImportedDish[] {
  return sets.flatMap((set) => {
    const before = cells.problems.length;
    const dish = readDish(cells, set);
    // A dish with a problem stays out as a whole, with its options.
    const wrong = cells.problems.slice(before).some((problem) => problem.note === undefined);
    return dish && !wrong ? [dish] : [];
  });
}

function readDish(cells: CellReader, set: number): ImportedDish | null {
  const name = cells.limited('dish_name', DISH_NAME_MAX, { set });
  const priceColumn = cells.columns('price', set)[0];
  const isSilent = cells.text('dish_name', set) === '';
  if (isSilent) {
    const saysPrice = cells.at(priceColumn) !== '' || cells.text('dish_id', set) !== '';
    if (cells.has('dish_name') && saysPrice) cells.wrong(cells.columns('dish_name', set)[0], 'dish_name_missing', '');
    return null;
  }
  const allergens = readAllergenCell(cells, set);
  return {
    key: '',
    foreignId: cells.limited('dish_id', FOREIGN_ID_MAX, { set }),
    name: name ?? '',
    description: cells.limited('description', DISH_DESCRIPTION_MAX, { set, cut: true }),
    section: cells.limited('section', DISH_CATEGORY_MAX, { set, cut: true }),
    price: readPriceCell(cells, priceColumn),
    makeSeconds: readMinutesCell(cells, set),
    halal: readAnswer(cells, cells.columns('halal', set)[0], readHalal, 'halal_unreadable'),
    allergenAnswer: allergens === null ? null : allergens.length === 0 ? 'none' : 'listed',
    allergens: allergens ?? [],
    spiceLevel: readAnswer(cells, cells.columns('spice_level', set)[0], readSpice, 'spice_unreadable'),
    options: withinLimits(cells, readOptionCells(cells, set)),
  };
}

function readPriceCell(cells: CellReader, column: ColumnMapping | undefined): number | null {
  if (!column) return null;
  const read = cells.at(column);
  const money = readMoney(read);
  if (money.ok) return money.value;
  cells.wrong(column, money.code, read, money.count === undefined ? {} : { count: money.count });
  return null;
}

function readAnswer<Value>(
  cells: CellReader,
  column: ColumnMapping | undefined,
  read: (cell: string) => Value | null,
  code: 'halal_unreadable' | 'spice_unreadable',
): Value | null {
  const text = cells.at(column);
  if (text === '') return null;
  const value = read(text);
  if (value === null) cells.wrong(column, code, text);
  return value;
}

function readAllergenCell(cells: CellReader, set: number) {
  const column = cells.columns('allergens', set)[0];
  const text = cells.at(column);
  if (text === '') return null;
  const allergens = readAllergens(text);
  if (allergens === null) cells.wrong(column, 'allergens_unreadable', text);
  return allergens;
}

function readMinutesCell(cells: CellReader, set: number): number | null {
  const column = cells.columns('make_minutes', set)[0];
  const read = cells.at(column);
  if (read === '') return null;
  if (DATE_LIKE.test(read)) {
    cells.wrong(column, 'date_in_text', read);
    return null;
  }
  const minutes = readMinutes(read);
  if (minutes === null) cells.wrong(column, 'minutes_unreadable', read);
  else if (minutes < MAKE_MINUTES_MIN || minutes > MAKE_MINUTES_MAX) cells.wrong(column, 'minutes_range', read);
  else return Math.round(minutes * 60);
  return null;
}

function readOptionCells(cells: CellReader, set: number): ImportedOptionGroup[] {
  const groups: ImportedOptionGroup[] = [];
  for (const column of cells.columns('option_list')) {
    const text = cells.at(column);
    if (text === '') continue;
    const read = readOptionList(text);
    if (read.ok) addGroups(groups, read.groups, column.label ?? FIRST_CHOICES);
    else cells.wrong(column, read.code, read.read);
  }
  addGroups(groups, readPairs(cells, set), FIRST_CHOICES);
  addGroups(groups, readExtras(cells), EXTRAS);
  return groups;
}

/** `Pilihan 1 | Harga pilihan 1 | Pilihan 2 | …`, or one pair a row; a column may name the group. */
function readPairs(cells: CellReader, set: number): ImportedOptionGroup[] {
  const wide = cells.columns('dish_name', 2).length > 0;
  const names = wide ? cells.columns('option_name', set) : PAIRS.flatMap((pair) => cells.columns('option_name', pair));
  const options: { name: string; price: number }[] = [];
  for (const column of names) {
    const name = cells.at(column);
    if (name === '') continue;
    const priceColumn = cells.columns('option_price', column.set)[0];
    const read = cells.at(priceColumn);
    const price = read === '' ? { ok: true as const, value: 0 } : readExtraMoney(read);
    if (price.ok) options.push({ name: shorten(name, OPTION_NAME_MAX), price: price.value });
    else cells.wrong(priceColumn, price.code === 'price_foreign' ? 'price_foreign' : 'option_price_unreadable', read);
  }
  return options.length > 0 ? [groupOf(shorten(cells.text('option_group'), OPTION_NAME_MAX), options)] : [];
}

const PAIRS = Array.from({ length: 20 }, (_, i) => i + 1);

/** A column a choice: `Topping telur` with 5.000, or just a tick. */
function readExtras(cells: CellReader): ImportedOptionGroup[] {
  const options: { name: string; price: number }[] = [];
  for (const column of cells.columns('option_extra')) {
    const read = cells.at(column);
    if (read === '' || /^(tidak|no|x|false|0)$/i.test(read)) continue;
    const price = /^(ya|yes|ada|v|✓|✔|true)$/i.test(read) ? { ok: true as const, value: 0 } : readExtraMoney(read);
    if (price.ok) options.push({ name: column.label ?? shorten(column.heading, OPTION_NAME_MAX), price: price.value });
    else cells.wrong(column, price.code === 'price_foreign' ? 'price_foreign' : 'option_price_unreadable', read);
  }
  return options.length > 0 ? [groupOf('', options)] : [];
}

function addGroups(groups: ImportedOptionGroup[], read: ImportedOptionGroup[], fallback: string): void {
  for (const group of read) {
    const name = group.name === '' ? fallback : group.name;
    const named = group.name === '' ? { ...groupOf(name, group.options), name } : group;
    const same = groups.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!same) groups.push(named);
    else {
      const fresh = named.options.filter(
        (option) => !same.options.some((each) => each.name.toLowerCase() === option.name.toLowerCase()),
      );
      same.options.push(...fresh);
      if (same.max > 1 || same.min === 0) same.max = same.options.length;
    }
  }
}

function withinLimits(cells: CellReader, groups: ImportedOptionGroup[]): ImportedOptionGroup[] {
  const column = cells.columns('option_list')[0] ?? cells.columns('option_extra')[0];
  if (groups.length > OPTION_GROUPS_MAX)
    cells.wrong(column, 'options_too_many', String(groups.length), { count: OPTION_GROUPS_MAX });
  for (const group of groups) {
    if (group.options.length > OPTIONS_MAX)
      cells.wrong(column, 'options_too_many', String(group.options.length), { count: OPTIONS_MAX });
    const dear = group.options.find((option) => option.price > OPTION_PRICE_MAX);
    if (dear) cells.wrong(column, 'price_too_high', dear.name, { count: OPTION_PRICE_MAX });
  }
  return groups;
}
