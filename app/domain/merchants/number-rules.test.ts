import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGIONS } from '~/shared/regions';
import { checkDocumentNumber } from './document-number';
import { ownerNameField } from './form-fields';
import { KBLI_TITLES, readKbli } from './kbli';
import type { DocumentKind } from './merchants';
import { type PaperRules, paperWarnings } from './paper';

const check = (kind: DocumentKind, typed: string) => checkDocumentNumber(kind, typed, { year: 2026 });
const twoDigits = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, '0'));
const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''));

type Verdict = 'good' | { refused: string } | { warned: string };

/** Every rule of domain.md §1.1 with its source, beside a sample. */
const RULES: readonly [kind: DocumentKind, typed: string, verdict: Verdict, source: string][] = [
  ['ktp', '3171011708450001', 'good', 'nik1: day as it is for men'],
  ['ktp', '3171015708450001', 'good', 'nik1: day + 40 for women'],
  ['ktp', '317101170845000', { refused: 'nik_length' }, 'nik1: 16 digits'],
  ['ktp', '31710117084500011', { refused: 'nik_length' }, 'nik1: 16 digits'],
  ['ktp', '0171011708450001', { refused: 'nik_starts_with_zero' }, 'nik1: province codes begin at 11'],
  ['ktp', '3510163213900001', { refused: 'nik_day' }, 'nik1: 01–31 or 41–71'],
  ['ktp', '3510167208900001', { refused: 'nik_day' }, 'nik1: 01–31 or 41–71'],
  ['ktp', '3510164008900001', { refused: 'nik_day' }, 'nik1: 01–31 or 41–71'],
  ['ktp', '3510161200900001', { refused: 'nik_month' }, 'nik1: 01–12'],
  ['ktp', '3510161213900001', { refused: 'nik_month' }, 'nik1: 01–12'],
  ['ktp', '5401011708450001', { warned: 'nik_region_unknown' }, 'nik3: East Timor and split regions stay in old cards'],
  ['ktp', '3510163102900001', { warned: 'nik_date_unusual' }, 'nik3: a wrong birth date stays in the NIK'],
  ['ktp', '3510161708900000', { warned: 'nik_serial_zero' }, 'nik1: serials begin at 0001'],
  ['npwp', '01.312.166.0-091.000', 'good', 'npwp2: Luhn over digits 1–9'],
  ['npwp', '01.451.869.7-054.000', { refused: 'npwp_check_digit' }, 'npwp2: Luhn over digits 1–9'],
  ['npwp', '0831326657201000', 'good', 'npwp4: a firm, the old number with 0 in front'],
  ['npwp', '3171011708450001', 'good', 'npwp4: a person, the NIK'],
  ['npwp', '3171013208450001', { refused: 'nik_day' }, 'npwp4: a person, the NIK'],
  ['npwp', '0831326657201000000001', 'good', 'npwp1: NITKU of a branch'],
  ['npwp', '0831326657201000000000', { warned: 'nitku_head_office' }, 'npwp1: 000000 is the head office'],
  ['npwp', '12345678901234', { refused: 'npwp_length' }, 'npwp1: 15, 16 or 22'],
  ['nib', '9120000000000', 'good', 'nib1: 13 digits'],
  ['nib', '0220000000000', 'good', 'nib3: leading zeros are real'],
  ['nib', '912000000000', { refused: 'nib_length' }, 'nib3: a lost zero'],
  ['pirt', '3063306010072-31', 'good', 'pirt1: 15 digits'],
  ['pirt', '306330601007', 'good', 'pirt3: older numbers'],
  ['pirt', '3063306010072-19', { warned: 'pirt_ended' }, 'pirt1: digits 14–15'],
  ['pirt', '906330601007231', { warned: 'pirt_packaging_unknown' }, 'pirt1: digit 1'],
  ['pirt', '30633060100723', { refused: 'pirt_length' }, 'pirt1: 15 digits'],
  ['bpom', 'MD 235602169254', 'good', 'pirt3: MD and 12 digits'],
  ['bpom', 'ML 235602169254', 'good', 'pirt3: ML, imported'],
  ['bpom', 'MD 2356021692541', { warned: 'bpom_long' }, 'pirt3: newer numbers, not verified'],
  ['bpom', 'MD 12345', { refused: 'bpom_shape' }, 'pirt3: MD and 12 digits'],
  ['halal', 'ID35110000123456789', 'good', 'hal1: ID and 17 digits'],
  ['halal', 'ID35110000123456', { warned: 'halal_short' }, 'hal2: a sample with 14'],
  ['halal', 'KH-12345', { refused: 'halal_decision_number' }, 'hal3: not the decision number'],
  ['halal', 'ID3511', { refused: 'halal_shape' }, 'hal1: ID and 17 digits'],
  ['hygiene', 'T/000.00/000/Dinkes/IV/2022', 'good', 'slhs1: no national format'],
];

describe('the rules of identity numbers', () => {
  it.each(RULES)('%s %s', (kind, typed, verdict) => {
    const checked = check(kind, typed);
    const found = checked.ok
      ? checked.value.warnings.length === 0
        ? 'good'
        : { warned: checked.value.warnings.map((warning) => warning.code).join() }
      : { refused: checked.refusal.code };
    expect(found).toEqual(verdict);
  });

  it('an NPWP of a person that is not her NIK is shown, not refused; a firm’s is not compared', () => {
    const withNik = (typed: string) => checkDocumentNumber('npwp', typed, { year: 2026, nik: '3171011708450001' });
    expect(withNik('3171011708450002')).toMatchObject({ ok: true, value: { warnings: [{ code: 'npwp_not_nik' }] } });
    expect(withNik('3171011708450001')).toMatchObject({ ok: true, value: { warnings: [] } });
    expect(withNik('0831326657201000')).toMatchObject({ ok: true, value: { warnings: [] } });
  });

  it('a KBLI code is one of its edition: 56103 ended with 2020, 56102 changed its meaning', () => {
    expect(readKbli('2020:56103')).not.toBeNull();
    expect(readKbli('2025:56103')).toBeNull();
    expect(readKbli('56102')).toBeNull();
    expect(KBLI_TITLES['2020']['56102']).not.toBe(KBLI_TITLES['2025']['56102']);
  });

  it('dates of a certificate: missing, past, near and too far ends are shown', () => {
    const rules: PaperRules = { asks: new Set(['valid_until']), lastsYears: 3, renewBeforeDays: 90 };
    const codes = (issuedOn: string | null, validUntil: string | null) =>
      paperWarnings({ answer: 'have', issuedOn, validUntil }, rules, '2026-11-28').map(({ code }) => code);
    expect(codes(null, null)).toEqual(['paper_end_missing']);
    expect(codes(null, '2026-11-27')).toEqual(['paper_ended']);
    expect(codes(null, '2027-02-26')).toEqual(['paper_end_soon']);
    expect(codes('2024-02-29', '2027-03-01')).toEqual([]);
    expect(codes('2024-06-01', '2027-06-01')).toEqual([]);
    expect(codes('2024-06-01', '2029-06-01')).toEqual(['paper_end_far']);
  });
});

describe('no real-looking number is refused', () => {
  const region = fc.constantFrom(...REGIONS.map(({ code }) => code));
  const birth = fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.boolean(), twoDigits(1, 12), twoDigits(0, 99))
    .map(([day, isWoman, month, year]) => `${String(day + (isWoman ? 40 : 0)).padStart(2, '0')}${month}${year}`);
  const nikIn = (code: fc.Arbitrary<string>) =>
    fc
      .tuple(code, twoDigits(1, 99), birth, fc.integer({ min: 1, max: 9999 }))
      .map(([first, district, day, serial]) => `${first}${district}${day}${String(serial).padStart(4, '0')}`);

  it('a NIK of any region, day, sex and serial is taken without a word', () => {
    fc.assert(
      fc.property(nikIn(region), (nik) => {
        expect(check('ktp', nik)).toEqual({ ok: true, value: { number: nik, warnings: [] } });
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('a NIK of a region that is in no table any more is taken with a warning', () => {
    const old = fc.tuple(twoDigits(11, 96), twoDigits(1, 99)).map(([province, regency]) => province + regency);
    fc.assert(
      fc.property(nikIn(old), (nik) => {
        expect(check('ktp', nik).ok).toBe(true);
      }),
      { seed: 2, numRuns: 2_000 },
    );
  });

  it('digits are read through any dots, dashes and blanks, and leading zeros stay', () => {
    const between = fc.constantFrom('', ' ', '.', '-');
    const nib = fc.tuple(digits(13), fc.array(between, { minLength: 13, maxLength: 13 }));
    fc.assert(
      fc.property(nib, ([number, marks]) => {
        const typed = [...number].map((digit, at) => digit + marks[at]).join('');
        expect(check('nib', typed)).toEqual({ ok: true, value: { number, warnings: [] } });
      }),
      { seed: 3, numRuns: 1_000 },
    );
  });

  it('an NPWP with its right check digit is taken in every form, one with another digit in none', () => {
    const luhn = (eight: string) => {
      for (let last = 0; last < 10; last++) if (check('npwp', `${eight}${last}091000`).ok) return last;
      throw new Error('no digit fits');
    };
    fc.assert(
      fc.property(digits(8), digits(6), digits(6), (eight, office, branch) => {
        const digit = luhn(eight);
        const old = `${eight}${digit}${office}`;
        expect(check('npwp', old).ok).toBe(true);
        expect(check('npwp', `0${old}`).ok).toBe(true);
        expect(check('npwp', `0${old}${branch}`).ok).toBe(true);
        expect(check('npwp', `${eight}${(digit + 1) % 10}${office}`).ok).toBe(false);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('a name of one word, with an apostrophe, a dot or a comma is a name', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzé');
    const word = fc.array(letter, { minLength: 1, maxLength: 12 }).map((list) => list.join(''));
    const joint = fc.constantFrom('', ' ', "'", '-', '. ', ', ');
    const names = fc
      .tuple(word, joint, word)
      .map(([first, mark, second]) => (mark === '' ? first : first + mark + second));
    fc.assert(
      fc.property(names, (name) => {
        expect(ownerNameField.safeParse(name).success).toBe(true);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
