/** Letters of a claim code: Crockford's base 32 in capitals, so that nobody confuses O and 0 or I and 1. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters in a code: ten times five bits cannot be guessed by trying. */
export const CLAIM_CODE_LETTERS = 10;

/** A new code, without dashes. */
export function newClaimCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(CLAIM_CODE_LETTERS));
  return [...bytes].map((byte) => LETTERS[byte % 32]).join('');
}

/** As printed: `K7M2Q-9RTX4`. */
export function showClaimCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** What somebody typed from paper, made comparable; null when it has not the length of a code. */
export function readClaimCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === CLAIM_CODE_LETTERS && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}
