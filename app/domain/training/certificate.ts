import { addDays, dayOf, endOfDay, HOUSE_ZONE } from '~/shared/time';

/** Words and rules of certificates; safe in the browser. */

/** The one course there is. */
export const COURSE = 'jualan-online';

const VALID_YEARS = 2;

export type CertificateState = 'valid' | 'expired' | 'revoked';

/** Without 0 1 I L O Q U: nothing that is read as another. Twenty-nine is a prime, which the check letter needs. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPRSTVWXYZ';
const CODE_LENGTH = 10;

/**
 * The check letter of nine: a weighted sum over a prime number of letters, so that any one wrong letter and any two
 * exchanged ones are noticed.
 */
function checkLetter(letters: string): string {
  const sum = [...letters].reduce((total, letter, i) => total + (i + 1) * CODE_LETTERS.indexOf(letter), 0);
  return CODE_LETTERS[sum % CODE_LETTERS.length] ?? '';
}

/** A code out of nine numbers, whatever their size. */
export function makeCertificateCode(numbers: readonly number[]): string {
  const letters = numbers
    .slice(0, CODE_LENGTH - 1)
    .map((number) => CODE_LETTERS[number % CODE_LETTERS.length])
    .join('');
  return letters + checkLetter(letters);
}

/** A code as somebody typed or scanned it; null when a letter is wrong. */
export function readCertificateCode(text: string | undefined): string | null {
  const code = (text ?? '').toUpperCase().replace(/[\s-]/g, '');
  const isWhole = code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter));
  return isWhole && checkLetter(code.slice(0, -1)) === code.at(-1) ? code : null;
}

/** As printed and read aloud: `7K3M2-9XWPS`. */
export function showCertificateCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** First instant at which a certificate of this moment has run out: the end of the same day two years on. */
export function endOfValidity(issuedAt: number): number {
  const day = dayOf(issuedAt, HOUSE_ZONE);
  const sameDay = `${Number(day.slice(0, 4)) + VALID_YEARS}${day.slice(4)}`;
  // 29 February has no day of its own then.
  return endOfDay(sameDay.endsWith('-02-29') ? sameDay.replace('-29', '-28') : sameDay, HOUSE_ZONE);
}

/** The last day printed as valid. */
export function lastValidDay(validUntil: number): string {
  return addDays(dayOf(validUntil, HOUSE_ZONE), -1);
}

export function certificateState(
  { validUntil, revokedAt }: { validUntil: number; revokedAt: number | null },
  now: number,
): CertificateState {
  if (revokedAt !== null) return 'revoked';
  return now < validUntil ? 'valid' : 'expired';
}

/** Letters that the printed sheet's font has; the page prints the same ones, so that both say one thing. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
