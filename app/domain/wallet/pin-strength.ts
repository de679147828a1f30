import type { PinWeakness } from './wallet';

const FIRST_BIRTH_YEAR = 1930;
const LAST_BIRTH_YEAR = 2029;

/**
 * Why a PIN would be guessed within five tries, or null. Refused are: a step of the same size between all digits,
 * one short pattern repeated, dates as people write a birthday (DDMMYY, YYMMDD, MMYYYY, YYYYMM) and one's own number.
 */
export function pinWeakness(pin: string, phone: string | null): PinWeakness | null {
  if (repeats(pin)) return 'repeat';
  if (isSequence(pin)) return 'sequence';
  if (phone?.endsWith(pin)) return 'phone';
  return looksLikeDate(pin) ? 'date' : null;
}

function repeats(pin: string): boolean {
  return (
    /^(\d)\1{5}$/.test(pin) || /^(\d{2})\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin) || /^(\d)\1(\d)\2(\d)\3$/.test(pin)
  );
}

function isSequence(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  return steps.every((step) => step === steps[0]);
}

function looksLikeDate(pin: string): boolean {
  const [a, b, c] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4, 6)].map(Number) as [number, number, number];
  if (isDayOfMonth(a, b) || isDayOfMonth(c, b)) return true;
  return (isMonth(a) && isBirthYear(Number(pin.slice(2)))) || (isMonth(c) && isBirthYear(Number(pin.slice(0, 4))));
}

function isDayOfMonth(day: number, month: number): boolean {
  return isMonth(month) && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}

function isBirthYear(year: number): boolean {
  return year >= FIRST_BIRTH_YEAR && year <= LAST_BIRTH_YEAR;
}
