import { accept, type Result, refuse } from './result';
import { type Rupiah, toRupiah } from './rupiah';

/** Why a typed price could not be taken as it stands. Words: app/i18n/field-errors. */
export type PriceProblem =
  | { code: 'price_missing' }
  | { code: 'price_not_a_number'; typed: string }
  /** `15rb-20rb`: somebody must choose. */
  | { code: 'price_two'; typed: string; lowest: number; highest: number }
  /** A price nobody asks in Indonesia, such as Rp15; `suggested` is what was probably meant. May be confirmed. */
  | { code: 'price_odd'; amount: number; suggested: number }
  | { code: 'price_too_high'; highest: number };

/** Below this a price is asked back; no coin under Rp100 circulates, and no dish costs less than Rp500. */
export const PRICE_ODD_BELOW = 500;
/** Ten million: the highest amount one QRIS payment may carry (domain.md §3.3). */
export const PRICE_HIGHEST = 10_000_000;

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const SCALE = '(?:rb|ribu|rbu|k|jt|juta|miliar|milyar|mlr)?';
const PRICE = new RegExp(String.raw`^(${NUMBER})\s*(${SCALE})$`);
const SEPARATOR = /\s*(?:-|–|—|~|\/|s\/d|s\.d\.?|sampai|hingga|atau|dan|to|or)\s*/;
/** What people write around a price and what changes nothing: `Rp`, `,-`, `/porsi`, `per bungkus`. */
const BEFORE = /^(?:harga\s*)?(?:rp|idr)?\.?\s*:?\s*/;
const AFTER =
  /\s*(?:rp|idr|rupiah)?\s*(?:,-|\.-|,--|-,)?\s*(?:(?:\/|per|@)\s*(?:porsi|pcs|pc|bungkus|biji|buah|gelas|cup|mangkuk|mangkok|piring|kotak|box|pax))?\s*\.?$/;

/**
 * Reads a price as Indonesian merchants write it: `15000`, `15.000`, `Rp 15.000,-`,
 * `15.000,00`, `15,000.00`, `15rb`, `15,5 rb`, `15k`, `1,2jt`, `15.000/porsi`.
 * Whole rupiah; a dot or comma before exactly three digits separates thousands.
 */
export function readPrice(text: string): Result<Rupiah, PriceProblem> {
  const read = readNumber(text);
  return read.ok ? judge(read.value) : read;
}

/** Reads any sum of money as people write it, `850 juta` and zero included; whole rupiah, no ceiling but safe integers. */
export function readRupiah(text: string): Result<Rupiah, PriceProblem> {
  const read = readNumber(text);
  if (!read.ok) return read;
  return Number.isSafeInteger(read.value)
    ? accept(toRupiah(read.value))
    : refuse({ code: 'price_not_a_number', typed: text.trim() });
}

function readNumber(text: string): Result<number, PriceProblem> {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return refuse({ code: 'price_missing' });
  const plain = stripAround(typed.toLowerCase());
  const single = readAmount(plain);
  if (single !== null) return accept(single);
  const range = readRange(plain);
  if (range !== null) return refuse({ code: 'price_two', typed, ...range });
  return refuse({ code: 'price_not_a_number', typed });
}

/** Whether a price needs a second look although it is a number. */
function judge(amount: number): Result<Rupiah, PriceProblem> {
  if (amount > PRICE_HIGHEST) return refuse({ code: 'price_too_high', highest: PRICE_HIGHEST });
  if (amount >= PRICE_ODD_BELOW && Number.isInteger(amount)) return accept(toRupiah(amount));
  const whole = Math.round(amount);
  return refuse({ code: 'price_odd', amount: whole, suggested: Math.round(amount * 1000) });
}

function stripAround(text: string): string {
  return text.replace(BEFORE, '').replace(AFTER, '').trim();
}

/** One amount, or null. Fractions survive only as far as `judge` needs them (`15.5` was meant as 15.500). */
function readAmount(text: string): number | null {
  const match = PRICE.exec(text);
  if (!match) return null;
  const scale = scaleOf(match[2] ?? '');
  const digits = match[1] ?? '';
  const amount = scale === 1 ? readPlain(digits) : readDecimal(digits);
  if (amount === null) return null;
  const whole = amount * scale;
  return scale === 1 ? whole : Math.round(whole);
}

function scaleOf(word: string): number {
  if (word === '') return 1;
  if (/^(?:miliar|milyar|mlr)$/.test(word)) return 1_000_000_000;
  return /^(?:jt|juta)$/.test(word) ? 1_000_000 : 1_000;
}

/** `15.000`, `15.000,00`, `15,000.00`, `15000.00`, `15.5`. */
function readPlain(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/.exec(digits);
  if (grouped) {
    const cents = grouped[3] ?? '';
    const sameSign = cents !== '' && digits[digits.length - cents.length - 1] === grouped[2];
    // `15.000.00` uses one sign for both; no reading of it is safe.
    if (sameSign) return null;
    return /^0*$/.test(cents) ? Number((grouped[1] ?? '').replace(/[.,]/g, '')) : null;
  }
  const decimal = /^(\d+)[.,](\d{1,2})$/.exec(digits);
  return decimal ? Number(`${decimal[1]}.${decimal[2]}`) : null;
}

/** The number before `rb` or `jt`: `15`, `15,5`, `1.25`; `15.000 rb` is a slip of the pen and not read. */
function readDecimal(digits: string): number | null {
  const match = /^(\d+)(?:[.,](\d{1,3}))?$/.exec(digits);
  if (!match) return null;
  if ((match[2] ?? '').length === 3 && (match[1] ?? '').length > 1) return null;
  return Number(`${match[1]}.${match[2] ?? '0'}`);
}

/** `15rb-20rb`, `15-20rb`, `Rp15.000 s/d Rp20.000`; null when it is not two prices. */
function readRange(text: string): { lowest: number; highest: number } | null {
  const parts = text
    .split(SEPARATOR)
    .map(stripAround)
    .filter((part) => part !== '');
  if (parts.length < 2) return null;
  const amounts = parts.map(readAmount);
  if (amounts.some((amount) => amount === null)) return null;
  const numbers = amounts as number[];
  const last = numbers.at(-1) ?? 0;
  // `15-20rb`: the scale is written once, behind the last number.
  const scaled = numbers.map((amount) => (amount < PRICE_ODD_BELOW && last >= 1_000 ? amount * 1_000 : amount));
  return { lowest: Math.min(...scaled), highest: Math.max(...scaled) };
}
