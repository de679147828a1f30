import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { accept, type Result, refuse } from './result';

/** `+628…`: how a phone number is kept. */
export type E164 = `+62${string}`;

export type PhoneProblem =
  | { code: 'phone_missing' }
  | { code: 'phone_short'; missing: number }
  | { code: 'phone_long'; extra: number }
  | { code: 'phone_landline' }
  | { code: 'phone_foreign' }
  | { code: 'phone_two' }
  /** A spreadsheet turned it into `6.28E+12`; the last digits are gone. */
  | { code: 'phone_spreadsheet' }
  | { code: 'phone_unknown' };

/** Digits after the 0 of an Indonesian mobile number (Google's metadata: `8[1-35-9]\d{7,10}`). */
const DIGITS_MIN = 9;
const DIGITS_MAX = 12;

/**
 * Reads an Indonesian mobile number the way people write it: `0812-3456-7890`, `+62 812…`, `62812…`, `812…`,
 * also without its 0 as a spreadsheet leaves it.
 */
export function readPhone(text: string): Result<E164, PhoneProblem> {
  const typed = text.trim().replace(/^['`]/, '');
  if (typed === '') return refuse({ code: 'phone_missing' });
  if (/^\+?\d+[.,]\d+E\+?\d+$/i.test(typed)) return refuse({ code: 'phone_spreadsheet' });
  if (/\d[^\d]*(\/|;|,|\batau\b|\bor\b|&)[^\d]*\d{6}/i.test(typed)) return refuse({ code: 'phone_two' });
  if (/[^\d\s+().\u00a0\u2010-\u2015-]/.test(typed)) return refuse({ code: 'phone_unknown' });
  const digits = typed.replace(/\D/g, '');
  if (typed.startsWith('+') && !digits.startsWith('62')) return refuse({ code: 'phone_foreign' });
  const national = nationalDigits(digits);
  if (/^[2-7]/.test(national) && digits.startsWith('0')) return refuse({ code: 'phone_landline' });
  if (!/^8/.test(national)) return refuse(digits.length < 6 ? tooShort(national) : { code: 'phone_unknown' });
  if (national.length < DIGITS_MIN) return refuse(tooShort(national));
  if (national.length > DIGITS_MAX) return refuse({ code: 'phone_long', extra: national.length - DIGITS_MAX });
  const e164: E164 = `+62${national}`;
  return parsePhoneNumberFromString(e164)?.isValid() ? accept(e164) : refuse({ code: 'phone_unknown' });
}

function nationalDigits(digits: string): string {
  // `+62 (0)812…` and `62 0812…` are written too.
  const afterCountry = digits.replace(/^0062/, '').replace(/^62(?=0?8)/, '');
  return afterCountry.replace(/^0/, '');
}

function tooShort(national: string): PhoneProblem {
  return { code: 'phone_short', missing: Math.max(1, DIGITS_MIN - national.length) };
}

/** `0812-3456-7890`: to its owner. */
export function showPhone(e164: string): string {
  const national = `0${e164.replace(/^\+62/, '')}`;
  return [national.slice(0, 4), national.slice(4, 8), national.slice(8)].filter(Boolean).join('-');
}

/** `0812-••••-7890`: to everybody else. */
export function maskPhone(e164: string): string {
  const national = `0${e164.replace(/^\+62/, '')}`;
  return `${national.slice(0, 4)}-••••-${national.slice(-4)}`;
}
