import { readPrice } from '~/shared/price';

export type MoneyProblem =
  | 'price_missing'
  | 'price_unreadable'
  | 'price_two'
  | 'price_odd'
  | 'price_too_high'
  | 'price_foreign';
export type MoneyReading = { ok: true; value: number } | { ok: false; code: MoneyProblem; count?: number };

/** Signs and codes of money that is not rupiah. `RM` and `Rs` count only beside a number. */
const FOREIGN =
  /[$€£¥₹฿₫₱₩₽₺]|\b(usd|sgd|myr|eur|gbp|aud|jpy|inr|cny|rmb|thb|php|vnd|krw|hkd|twd|aed|sar|chf|cad|nzd|brl|mxn|zar|pln|dollars?|dolar|euros?|ringgit|rupees?)\b|\b(rm|rs)\.?\s*\d/i;
const EXTRA_LOWEST = 100;

/** A dish's price in whole rupiah, or why not; another currency is never converted. */
export function readMoney(cell: string): MoneyReading {
  if (FOREIGN.test(cell) && /\d/.test(cell)) return { ok: false, code: 'price_foreign' };
  const price = readPrice(withoutCents(cell));
  if (price.ok) return { ok: true, value: price.value };
  switch (price.refusal.code) {
    case 'price_missing':
      return { ok: false, code: 'price_missing' };
    case 'price_two':
      return { ok: false, code: 'price_two' };
    case 'price_odd':
      return { ok: false, code: 'price_odd', count: price.refusal.suggested };
    case 'price_too_high':
      return { ok: false, code: 'price_too_high', count: price.refusal.highest };
    default:
      return { ok: false, code: 'price_unreadable' };
  }
}

/** What a choice adds to the price: 0, `gratis`, `+2.000`, `2rb`; small coins are allowed here. */
export function readExtraMoney(cell: string): MoneyReading {
  const text = cell.replace(/^\s*\+\s*/, '').trim();
  if (/^(0+|gratis|free|rp\s*0|-|—)$/i.test(text)) return { ok: true, value: 0 };
  const money = readMoney(text);
  if (money.ok || money.code !== 'price_odd') return money;
  const small = /^(?:rp\.?\s*)?(\d{3})$/i.exec(text);
  return small && Number(small[1]) >= EXTRA_LOWEST ? { ok: true, value: Number(small[1]) } : money;
}

/** `15000.0` and `15000.000` are how programs, not people, write whole numbers. */
function withoutCents(cell: string): string {
  return /^\d{4,}[.,]0+$/.test(cell.trim()) ? cell.trim().replace(/[.,]0+$/, '') : cell;
}

/** Written as money: a currency, `15rb`, `15.000`. */
export function looksLikeMoney(value: string): boolean {
  if (value.length > 30 || !/\d/.test(value)) return false;
  if (FOREIGN.test(value)) return /^\D{0,5}\d[\d.,]*\D{0,8}$/.test(value);
  if (/^(rp|idr)\b/i.test(value) || /^rp/i.test(value)) return true;
  return /^\d{1,3}([.,]\d{3})+([.,]\d{2})?$/.test(value) || /^\d{1,4}([.,]\d)?\s*(rb|ribu|k)\b/i.test(value);
}

/** Money, or a bare number of the size dishes have. */
export function looksLikePlainMoney(value: string): boolean {
  if (looksLikeMoney(value)) return true;
  if (!/^\d{3,7}([.,]0{1,2})?$/.test(value)) return false;
  const amount = Number(value.replace(/[.,]0{1,2}$/, ''));
  return amount >= 500 && amount <= 2_000_000 && amount % 50 === 0;
}
