import { regionOf } from '~/shared/regions';
import { accept, type Result, refuse } from '~/shared/result';
import type { DocumentKind } from './merchants';

/** Why a number cannot be that paper's number. Data for the sentence rides along. */
export type NumberProblem =
  | { code: 'nik_length'; typed: number }
  | { code: 'nik_day'; day: string }
  | { code: 'nik_month'; month: string }
  | { code: 'nik_starts_with_zero' }
  | { code: 'npwp_length'; typed: number }
  | { code: 'npwp_check_digit' }
  | { code: 'nib_length'; typed: number }
  | { code: 'pirt_length'; typed: number }
  | { code: 'bpom_shape' }
  | { code: 'halal_shape' }
  | { code: 'halal_decision_number' }
  | { code: 'paper_number_too_long'; most: number };

/** Odd, but possible: shown, never in the way (domain.md §1.1, trap 2). */
export type NumberWarning =
  | { code: 'nik_region_unknown'; region: string }
  | { code: 'nik_date_unusual'; date: string }
  | { code: 'nik_serial_zero' }
  /** An individual's NPWP is her NIK since 2022 (domain.md §1.3). */
  | { code: 'npwp_not_nik' }
  | { code: 'nitku_head_office' }
  | { code: 'pirt_packaging_unknown'; digit: string }
  | { code: 'pirt_ended'; year: number }
  | { code: 'bpom_long' }
  | { code: 'halal_short'; digits: number };

export interface CheckedNumber {
  /** As stored and compared: digits, or letters and digits without blanks. */
  number: string;
  warnings: NumberWarning[];
}

type Check = (typed: string, year: number) => Result<CheckedNumber, NumberProblem>;

const digitsOf = (typed: string) => typed.replace(/\D/g, '');
const fine = (number: string, warnings: NumberWarning[] = []) => accept<CheckedNumber>({ number, warnings });

/**
 * Checks a paper's number as typed (domain.md §1.1). Wrong shape is refused; what is only odd comes back as a
 * warning. Numbers of the demo (all zeros, NIK serial 0000) never warn there: pass `demo`. `nik` is the owner's, where
 * known: an individual's NPWP of 16 digits ought to be the same.
 */
export function checkDocumentNumber(
  kind: DocumentKind,
  typed: string,
  { year, demo = false, nik = null }: { year: number; demo?: boolean; nik?: string | null },
): Result<CheckedNumber, NumberProblem> {
  const checked = (CHECKS[kind] ?? checkFree)(typed.trim().toUpperCase(), year);
  if (!checked.ok) return checked;
  const { number, warnings } = checked.value;
  const isPersons = kind === 'npwp' && number.length >= 16 && !number.startsWith('0');
  if (isPersons && nik !== null && number.slice(0, 16) !== nik) warnings.push({ code: 'npwp_not_nik' });
  return fine(number, demo ? warnings.filter((warning) => warning.code !== 'nik_serial_zero') : warnings);
}

const CHECKS: Partial<Record<DocumentKind, Check>> = {
  ktp: (typed) => checkNik(digitsOf(typed)),
  npwp: (typed) => checkNpwp(digitsOf(typed)),
  nib: (typed) => checkNib(digitsOf(typed)),
  pirt: (typed, year) => checkPirt(digitsOf(typed), year),
  bpom: (typed) => checkBpom(typed.replace(/[\s.]/g, '')),
  halal: (typed) => checkHalal(typed.replace(/[\s.-]/g, '')),
};

/** NIK: no check digit exists; the region is where it was first issued (traps 2). */
function checkNik(nik: string): Result<CheckedNumber, NumberProblem> {
  if (nik.length !== 16) return refuse({ code: 'nik_length', typed: nik.length });
  if (nik.startsWith('0')) return refuse({ code: 'nik_starts_with_zero' });
  const dayTyped = Number(nik.slice(6, 8));
  const day = dayTyped > 40 ? dayTyped - 40 : dayTyped;
  if (day < 1 || day > 31) return refuse({ code: 'nik_day', day: nik.slice(6, 8) });
  const month = Number(nik.slice(8, 10));
  if (month < 1 || month > 12) return refuse({ code: 'nik_month', month: nik.slice(8, 10) });
  const warnings: NumberWarning[] = [];
  const region = nik.slice(0, 4);
  // Codes of regions that were split later are missing in today's table: a warning, never a refusal.
  if (!regionOf(region)) warnings.push({ code: 'nik_region_unknown', region });
  const daysInMonth = new Date(Date.UTC(2000, month, 0)).getUTCDate();
  if (day > daysInMonth) warnings.push({ code: 'nik_date_unusual', date: `${day}/${month}` });
  if (nik.endsWith('0000')) warnings.push({ code: 'nik_serial_zero' });
  return fine(nik, warnings);
}

/** NPWP: 15 digits (old), 16 (new), or 22 with the branch (domain.md §1.1, §1.3). */
function checkNpwp(npwp: string): Result<CheckedNumber, NumberProblem> {
  if (npwp.length === 15) return luhn(npwp.slice(0, 9)) ? fine(npwp) : refuse({ code: 'npwp_check_digit' });
  if (npwp.length === 22) {
    const head = checkNpwp(npwp.slice(0, 16));
    if (!head.ok) return head;
    const { warnings } = head.value;
    // NITKU: branches count from 000001.
    return fine(npwp, npwp.endsWith('000000') ? [...warnings, { code: 'nitku_head_office' }] : warnings);
  }
  if (npwp.length !== 16) return refuse({ code: 'npwp_length', typed: npwp.length });
  if (!npwp.startsWith('0')) return checkNik(npwp);
  return luhn(npwp.slice(1, 10)) ? fine(npwp) : refuse({ code: 'npwp_check_digit' });
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** NIB: 13 digits; leading zeros count and get lost in spreadsheets (trap 4). */
function checkNib(nib: string): Result<CheckedNumber, NumberProblem> {
  return nib.length === 13 ? fine(nib) : refuse({ code: 'nib_length', typed: nib.length });
}

/** SPP-IRT: 15 digits, or 12 on older papers (domain.md §1.7). */
function checkPirt(pirt: string, year: number): Result<CheckedNumber, NumberProblem> {
  if (pirt.length !== 15 && pirt.length !== 12) return refuse({ code: 'pirt_length', typed: pirt.length });
  const warnings: NumberWarning[] = [];
  const packaging = pirt[0] ?? '';
  if (!/[1-8]/.test(packaging)) warnings.push({ code: 'pirt_packaging_unknown', digit: packaging });
  const end = 2000 + Number(pirt.slice(13, 15));
  if (pirt.length === 15 && end < year) warnings.push({ code: 'pirt_ended', year: end });
  return fine(pirt, warnings);
}

function checkBpom(bpom: string): Result<CheckedNumber, NumberProblem> {
  const match = /^(MD|ML)(\d{12,15})$/.exec(bpom);
  if (!match) return refuse({ code: 'bpom_shape' });
  return fine(bpom, (match[2] ?? '').length > 12 ? [{ code: 'bpom_long' }] : []);
}

/** The label number is BPJPH's `ID…`, not the decision (KH, MUI) number (domain.md §1.8). */
function checkHalal(halal: string): Result<CheckedNumber, NumberProblem> {
  const match = /^ID(\d{14,17})$/.exec(halal);
  if (match) {
    const digits = (match[1] ?? '').length;
    return fine(halal, digits < 17 ? [{ code: 'halal_short', digits }] : []);
  }
  return refuse({ code: /^(KH|KF|MUI|LPPOM)/.test(halal) ? 'halal_decision_number' : 'halal_shape' });
}

/** Hygiene papers have no national format (domain.md §1.9): kept as written. */
function checkFree(typed: string): Result<CheckedNumber, NumberProblem> {
  return typed.length <= 60 ? fine(typed) : refuse({ code: 'paper_number_too_long', most: 60 });
}
