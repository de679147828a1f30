const DAY_MS = 86_400_000;

/** Number formats 14–22 and 45–47 are dates and times (ECMA-376 part 1, 18.8.30). */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) return true;
  if (code === undefined) return false;
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return /[ymdhs]/.test(bare) && !/[0#?]/.test(bare.replace(/\.0+|ss\.0+/g, ''));
}

/** A date serial as text: `2027-04-03`, `2027-04-03 10:30`, or `10:30` for a time alone. */
export function excelDate(serial: number, since1904: boolean): string {
  const minutes = Math.round((serial % 1) * 1440);
  const clock = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  if (serial >= 0 && serial < 1) return clock;
  // Excel believes that 1900 was a leap year; days after it are one too many.
  const offset = since1904 ? 24_107 : serial < 60 ? 25_568 : 25_569;
  const at = Math.round((Math.floor(serial) - offset) * DAY_MS);
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return String(serial);
  const day = new Date(at).toISOString().slice(0, 10);
  return minutes === 0 ? day : `${day} ${clock}`;
}

/** A number as a person would write it: no exponent where every digit is known, no trailing noise of floats. */
export function excelNumber(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  const exponent = /^-?(\d)(?:\.(\d*))?e\+?(\d+)$/i.exec(raw.trim());
  if (exponent) {
    // `6.28E+12` lost its digits before it reached us; `6.281234567890E+12` did not.
    const digits = 1 + (exponent[2] ?? '').length;
    return Number.isSafeInteger(value) && digits > Number(exponent[3]) ? String(value) : raw.trim();
  }
  if (/^-?\d+$/.test(raw.trim())) return raw.trim();
  const rounded = Number(value.toPrecision(12));
  return Math.abs(rounded) >= 1e-6 && Math.abs(rounded) < 1e15 ? String(rounded) : raw.trim();
}
