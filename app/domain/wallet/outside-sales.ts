/** Months whose sales outside can be told: finished ones of the last year. */
export const OUTSIDE_MONTHS_SHOWN = 12;

/** Finished months (`YYYY-MM`) before a day, the newest first. */
export function tellableMonths(today: string): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: OUTSIDE_MONTHS_SHOWN }, (_, back) => {
    const at = year * 12 + (month - 1) - (back + 1);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

export function isMonthTellable(month: string, today: string): boolean {
  return tellableMonths(today).includes(month);
}
