import { foldText } from '~/shared/fold-text';
import { readPhone } from '~/shared/phone';
import type { ImportField } from '../import';
import { readAllergens } from './read-answers';
import { looksLikeMoney, looksLikePlainMoney } from './read-money';
import { readOptionList } from './read-options';
import { regionsNamed } from './read-place';
import { FOOD_WORDS, filled, PERSON_WORDS, SECTION_WORDS, STALL_WORDS } from './value-words';

/** What a column holds, as shares (0 … 1) of its filled cells in the sample. */
export interface ColumnProfile {
  filled: number;
  distinct: number;
  /** Share of rows that are blank or repeat the cell above: high for what belongs to a merchant of several rows. */
  repeats: number;
  length: number;
  /** How often it changes while the merchant stays the same; null where no column tells merchants apart. */
  within: number | null;
  share: Record<Shape, number>;
}

type Shape =
  | 'phone'
  | 'money'
  | 'plainMoney'
  | 'minutes'
  | 'spice'
  | 'city'
  | 'address'
  | 'link'
  | 'halal'
  | 'options'
  | 'hours'
  | 'allergen'
  | 'clock'
  | 'sequence'
  | 'code'
  | 'food'
  | 'stall'
  | 'person'
  | 'section'
  | 'text'
  | 'number';

const SAMPLE = 300;
const ADDRESS =
  /\b(jl|jln|jalan|gg|gang|lorong|lrg|komplek|kompleks|blok|rt|rw|kel|street|st|road|rd|ave|avenue|blvd|no)\b\.?\s*\S/i;
const HALAL =
  /^(bersertifikat|sudah|belum|sedang|proses|tidak|ya|non|not|yes|no)?\s*-?\s*(halal|haram|bersertifikat|sertifikat|certified|diurus)\b/i;
const HOURS = /\b\d{1,2}[.:]\d{2}\s*(?:-|–|s\/d|sampai|to)\s*\d{1,2}[.:]?\d{0,2}|\b24 jam\b/i;

export function profileColumn(cells: readonly string[]): ColumnProfile {
  const sample = cells.slice(0, SAMPLE).map(filled);
  const values = sample.filter((cell) => cell !== '');
  const count = values.length || 1;
  const repeats = sample.filter((cell, i) => i > 0 && (cell === '' || cell === sample[i - 1])).length;
  const share = Object.fromEntries(
    Object.entries(SHAPES).map(([shape, test]) => [shape, values.filter(test).length / count]),
  ) as Record<Shape, number>;
  share.sequence = isSequence(values) ? 1 : 0;
  return {
    filled: values.length / (sample.length || 1),
    distinct: new Set(values).size / count,
    repeats: repeats / Math.max(1, sample.length - 1),
    length: values.reduce((sum, value) => sum + value.length, 0) / count,
    within: null,
    share,
  };
}

const SHAPES: Record<Shape, (value: string) => boolean> = {
  phone: (value) => /^[+\d(][\d\s().\-+]{7,18}$/.test(value) && (readPhone(value).ok || /^(\+?62|0)8?/.test(value)),
  money: (value) => looksLikeMoney(value),
  plainMoney: (value) => looksLikePlainMoney(value),
  minutes: (value) =>
    /^\d{1,3}(\s*(-|–)\s*\d{1,3})?\s*(menit|mnt|min|mins|minutes)$/i.test(value) ||
    (/^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 120),
  spice: (value) => /^[0-5]$/.test(value) || /^(tidak|sedang|sangat|extra|mild|hot)?\s*(pedas|spicy)$/i.test(value),
  city: (value) => value.length < 50 && regionsNamed(value).length > 0,
  address: (value) => value.length > 8 && ADDRESS.test(value),
  link: (value) => /^(https?:\/\/|www\.)/i.test(value) || /\.(jpe?g|png|webp)$/i.test(value),
  halal: (value) => HALAL.test(value),
  options: looksLikeOptions,
  allergen: (value) => value.length < 60 && readAllergens(value) !== null,
  hours: (value) => HOURS.test(value),
  clock: (value) => /^\d{1,2}[.:]\d{2}(:\d{2})?\s*(am|pm|wib|wita|wit)?$/i.test(value),
  sequence: () => false,
  code: (value) =>
    /^[A-Za-z]{0,6}[-_#]?[A-Za-z\d]*\d[A-Za-z\d_-]*$/.test(value) && !value.includes(' ') && value.length >= 2,
  food: (value) => wordsOf(value).some((word) => FOOD_WORDS.has(word)),
  stall: (value) => wordsOf(value).some((word) => STALL_WORDS.has(word)),
  person: (value) => value.length < 40 && !/\d/.test(value) && wordsOf(value).some((word) => PERSON_WORDS.has(word)),
  section: (value) =>
    value.length < 40 &&
    wordsOf(value).every((word) => SECTION_WORDS.has(word) || FOOD_WORDS.has(word) || word.length < 4) &&
    wordsOf(value).some((word) => SECTION_WORDS.has(word)),
  text: (value) => /\p{L}{3}/u.test(value),
  number: (value) => /^-?\d+([.,]\d+)?$/.test(value),
};

function looksLikeOptions(value: string): boolean {
  if (value.length > 200 || !/[;/|\n]|,.*,|[+=:]\s*(rp)?\s*\d/i.test(value) || /[.!?](\s|$)/.test(value)) return false;
  const read = readOptionList(value);
  return (
    read.ok &&
    read.groups.every((group) =>
      group.options.every((option) => option.name.length <= 30 && option.name.split(' ').length <= 4),
    )
  );
}

function wordsOf(value: string): string[] {
  return foldText(value.slice(0, 200)).split(' ');
}

function isSequence(values: readonly string[]): boolean {
  if (values.length < 3 || !values.every((value) => /^\d{1,6}\.?$/.test(value))) return false;
  return values.every(
    (value, i) => i === 0 || Number.parseInt(value, 10) === Number.parseInt(values[i - 1] ?? '', 10) + 1,
  );
}

type Fit = (profile: ColumnProfile, file: { merchantRepeats: number }) => number;

/** How well the values of a column fit a field, from about -1 (never) to 1 (surely); a field without a row fits nothing. */
const FITS: Partial<Record<ImportField, Fit>> = {
  phone: (profile, _file) =>
    profile.share.phone > 0.5 ? 1 : profile.share.phone > 0.2 ? 0.5 : profile.share.text > 0.5 ? -1 : -0.3,
  price: (profile, _file) =>
    profile.share.money > 0.3
      ? 1
      : profile.share.plainMoney > 0.6 && profile.share.phone < 0.3 && profile.share.sequence === 0
        ? 0.75
        : profile.share.text > 0.6
          ? -0.8
          : profile.share.plainMoney > 0.2
            ? 0.2
            : -0.4,
  make_minutes: (profile, _file) =>
    profile.share.minutes > 0.7 && profile.share.sequence === 0 ? 0.5 : profile.share.minutes < 0.3 ? -0.6 : 0,
  spice_level: (profile, _file) => (profile.share.spice > 0.7 ? 0.45 : -0.7),
  city: (profile, _file) => (profile.share.city > 0.5 ? 1 : profile.share.number > 0.5 ? -1 : 0),
  address: (profile, _file) =>
    profile.share.address > 0.4 ? 0.9 : profile.share.number > 0.6 ? -0.9 : profile.length < 5 ? -0.3 : 0,
  photo_address: (profile, _file) => (profile.share.link > 0.5 ? 1 : -0.3),
  halal: (profile, _file) => (profile.share.halal > 0.6 ? 1 : profile.share.number > 0.7 ? -0.6 : 0),
  hours: (profile, _file) =>
    profile.share.hours > 0.5
      ? 1
      : profile.share.clock > 0.5
        ? 0.3
        : profile.share.hours + profile.share.clock < 0.1
          ? -1
          : 0,
  option_list: (profile, _file) =>
    profile.share.options > 0.5 && profile.length < 120 ? 0.7 : profile.share.plainMoney > 0.7 ? -0.8 : 0,
  option_extra: (profile, _file) => (profile.share.plainMoney > 0.6 || profile.share.money > 0.5 ? 0.5 : -0.6),
  option_price: (profile, _file) => (profile.share.plainMoney > 0.5 || profile.share.money > 0.5 ? 0.5 : -0.7),
  option_name: (profile, _file) =>
    profile.share.options > 0.4 ? -0.5 : profile.share.plainMoney > 0.5 ? -0.8 : profile.share.text > 0.5 ? 0.2 : 0,
  merchant_id: (profile, file) =>
    profile.share.text > 0.7 && profile.share.code < 0.5
      ? -0.7
      : level(profile, file, 'merchant') * 0.4 + (profile.share.code > 0.9 && profile.filled > 0 ? 0.1 : 0),
  dish_id: (profile, file) =>
    profile.share.text > 0.7 && profile.share.code < 0.5
      ? -0.7
      : (profile.distinct > 0.95 && profile.share.code > 0.9 ? 0.2 : 0) + level(profile, file, 'dish') * 0.3,
  dish_name: (profile, file) => text(profile) + (profile.share.food - 0.5) * 0.5 + level(profile, file, 'dish') * 0.4,
  stall_name: (profile, file) =>
    text(profile) + (profile.share.stall > 0.3 ? 0.3 : 0) + level(profile, file, 'merchant') * 0.4,
  owner_name: (profile, file) =>
    text(profile) +
    (profile.share.person > 0.4 ? 0.4 : -0.2) -
    (profile.share.food > 0.4 ? 0.5 : 0) +
    level(profile, file, 'merchant') * 0.2,
  section: (profile, file) =>
    (profile.share.section > 0.6 ? 0.5 : 0) +
    (profile.distinct < 0.5 ? 0.1 : -0.3) +
    level(profile, file, 'dish') * 0.15,
  allergens: (profile, _file) => (profile.share.allergen > 0.6 ? 0.75 : profile.share.number > 0.6 ? -0.6 : 0),
  district: (profile, file) =>
    (profile.share.text > 0.8 && profile.length < 25 && profile.share.food < 0.3 && profile.share.city < 0.5
      ? 0.2
      : -0.3) +
    level(profile, file, 'merchant') * 0.3,
  category: (profile, file) => (profile.share.number > 0.5 ? -0.8 : 0) + level(profile, file, 'merchant') * 0.3,
  description: (profile, file) =>
    profile.length > 30 && profile.share.text > 0.7
      ? 0.4 + level(profile, file, 'dish') * 0.2
      : profile.share.number > 0.5
        ? -0.8
        : 0,
  story: (profile, file) =>
    profile.length > 30 && profile.share.text > 0.7
      ? 0.2 + level(profile, file, 'merchant') * 0.3
      : profile.share.number > 0.5
        ? -0.8
        : 0,
};

/** How well what a column holds fits a field: -1 impossible … 1 certain; 0 says nothing. */
export function contentFit(field: ImportField, profile: ColumnProfile, file: { merchantRepeats: number }): number {
  if (profile.filled === 0) return 0;
  return FITS[field]?.(profile, file) ?? 0;
}

function text({ share, length }: ColumnProfile): number {
  if (share.money > 0.5 || share.phone > 0.5 || share.link > 0.5) return -1;
  if (share.text < 0.5) return -0.6;
  return length > 60 ? -0.4 : 0.1;
}

/** +1 when the column moves with merchants (or with dishes), -1 when with the other; 0 in a file of one row a merchant. */
function level(
  profile: ColumnProfile,
  { merchantRepeats }: { merchantRepeats: number },
  wanted: 'merchant' | 'dish',
): number {
  if (profile.within !== null) return profile.within < 0.02 === (wanted === 'merchant') ? 1 : -1;
  if (merchantRepeats < 0.15) return 0;
  const moves = profile.repeats / merchantRepeats > 0.6 ? 1 : profile.repeats < merchantRepeats * 0.4 ? -1 : 0;
  return wanted === 'merchant' ? moves : -moves;
}

/** Of the rows that stay with the merchant above (`keys` the same or blank), the share in which these cells change. */
export function changesWithin(keys: readonly string[], cells: readonly string[]): number | null {
  let same = 0;
  let changed = 0;
  let lastKey = '';
  let lastCell = '';
  for (let row = 0; row < Math.min(SAMPLE, keys.length); row++) {
    const key = filled(keys[row]) || lastKey;
    const cell = filled(cells[row]);
    if (row > 0 && key === lastKey) {
      same += 1;
      if (cell !== '' && cell !== lastCell) changed += 1;
      lastCell = cell || lastCell;
    } else lastCell = cell;
    lastKey = key;
  }
  return same >= 5 ? changed / same : null;
}
