import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODE_LETTERS,
  certificateState,
  endOfValidity,
  lastValidDay,
  makeCertificateCode,
  printable,
  readCertificateCode,
  showCertificateCode,
} from './certificate';

const numbers = fc.array(fc.nat(), { minLength: 9, maxLength: 9 });

describe("a certificate's number", () => {
  it('is read again as it is printed, in small letters and with spaces', () => {
    fc.assert(
      fc.property(numbers, (drawn) => {
        const code = makeCertificateCode(drawn);
        expect(readCertificateCode(showCertificateCode(code))).toBe(code);
        expect(readCertificateCode(` ${showCertificateCode(code).toLowerCase().replace('-', ' ')} `)).toBe(code);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('with one wrong letter, or two exchanged, is no number', () => {
    const place = fc.nat({ max: 9 });
    fc.assert(
      fc.property(numbers, place, place, fc.nat({ max: 28 }), (drawn, one, other, letter) => {
        const code = makeCertificateCode(drawn);
        const letters = [...code];
        const typed = letters.with(one, CODE_LETTERS[letter] ?? '').join('');
        if (typed !== code) expect(readCertificateCode(typed)).toBeNull();
        const exchanged = letters
          .with(one, letters[other] ?? '')
          .with(other, letters[one] ?? '')
          .join('');
        if (exchanged !== code) expect(readCertificateCode(exchanged)).toBeNull();
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('has no letter that is read as another', () => {
    expect(CODE_LETTERS).not.toMatch(/[01ILOQU]/);
    expect(new Set(CODE_LETTERS).size).toBe(29);
    expect(readCertificateCode('')).toBeNull();
    expect(readCertificateCode(undefined)).toBeNull();
    expect(readCertificateCode('7K3M2-9XWP')).toBeNull();
  });
});

describe('how long it holds', () => {
  it('to the end of the same day two years on, on the clock of the house', () => {
    const issuedAt = Date.parse('2026-11-28T23:30:00+07:00');
    const end = endOfValidity(issuedAt);
    expect(new Date(end).toISOString()).toBe('2028-11-28T17:00:00.000Z');
    expect(lastValidDay(end)).toBe('2028-11-28');
    expect(certificateState({ validUntil: end, revokedAt: null }, end - 1)).toBe('valid');
    expect(certificateState({ validUntil: end, revokedAt: null }, end)).toBe('expired');
    expect(certificateState({ validUntil: end, revokedAt: 1 }, end)).toBe('revoked');
  });

  it('from 29 February to 28 February', () => {
    expect(lastValidDay(endOfValidity(Date.parse('2028-02-29T10:00:00+07:00')))).toBe('2030-02-28');
  });
});

it('prints only letters that its font has', () => {
  expect(printable('  Seblak 🔥  “Mak’ Nyah” – Café ')).toBe(`Seblak "Mak' Nyah" - Café`);
  expect(printable('🔥')).toBe('');
});
