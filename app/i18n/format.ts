import type { Language } from '~/shared/language';
import { dayOf, weekdayOf, zonedParts } from '~/shared/time';

/** How amounts, days, clocks and numbers are written (words.md, section 4). No page calls Intl by itself. */

const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const MONTHS_SHORT = {
  id: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};
const WEEKDAYS = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};
const WEEKDAYS_SHORT = {
  id: 'Min Sen Sel Rab Kam Jum Sab'.split(' '),
  en: 'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
};
const ZONE_WORDS: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

// Not by the currency's own format: it puts a space after Rp, and taking that out costs five times as much.
const rupiahFormat = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const numberFormats = {
  id: new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};

/** Stalls name spice levels by their figure alone; beside a dish that needs its word (the same in both languages). */
export function formatOption(name: string): string {
  return /^\d$/.test(name) ? `level ${name}` : name;
}

/** `Rp15.000`, the same in both languages because the price on the stall reads so; negative `−Rp15.000`. */
export function formatRupiah(amount: number): string {
  const digits = `Rp${rupiahFormat.format(Math.abs(amount))}`;
  return amount < 0 ? `−${digits}` : digits;
}

/** With its sign always written: `+Rp2.000`, `−Rp2.000`; zero has none. */
export function formatSignedRupiah(amount: number): string {
  return amount > 0 ? `+${formatRupiah(amount)}` : formatRupiah(amount);
}

/** A price on a menu: zero is `Gratis`. */
export function formatPrice(amount: number, language: Language = 'id'): string {
  if (amount === 0) return language === 'id' ? 'Gratis' : 'Free';
  return formatRupiah(amount);
}

/** `Rp10.000–15.000`; one price where both are the same. */
export function formatRupiahRange(low: number, high: number): string {
  return low === high ? formatRupiah(low) : `${formatRupiah(low)}–${formatRupiah(high).replace('Rp', '')}`;
}

/** `1.250` in Indonesian, `1,250` in English. */
export function formatNumber(value: number, language: Language = 'id'): string {
  return numberFormats[language].format(value);
}

/** A size as people read it on their phone: `14 MB`, `1,5 MB`, `20 kB`; never less than it is. */
export function formatBytes(bytes: number, language: Language = 'id'): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${formatNumber(Math.ceil(kilobytes), language)} kB`;
  const megabytes = kilobytes / 1024;
  return `${formatNumber(megabytes < 10 ? Math.ceil(megabytes * 10) / 10 : Math.ceil(megabytes), language)} MB`;
}

/** Basis points as per cent: 30 -> `0,3%`. */
export function formatBasisPoints(points: number, language: Language = 'id'): string {
  return `${formatNumber(points / 100, language)}%`;
}

/** long `Sabtu, 28 November 2026` · medium `28 November 2026` · short `Sab, 28 Nov` · day `28 Nov` · weekday `Sabtu`. */
export type DateStyle = 'long' | 'medium' | 'short' | 'day' | 'weekday';

/** A day, given as `YYYY-MM-DD` or as an instant in a zone. */
export function formatDate(
  value: number | string,
  zone: string,
  style: DateStyle = 'long',
  language: Language = 'id',
): string {
  const day = typeof value === 'string' ? value : dayOf(value, zone);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = weekdayOf(day);
  const longMonth = MONTHS[language][month - 1];
  if (style === 'long') return `${WEEKDAYS[language][weekday]}, ${date} ${longMonth} ${year}`;
  if (style === 'medium') return `${date} ${longMonth} ${year}`;
  if (style === 'weekday') return WEEKDAYS[language][weekday]!;
  const dayAndMonth = `${date} ${MONTHS_SHORT[language][month - 1]}`;
  return style === 'day' ? dayAndMonth : `${WEEKDAYS_SHORT[language][weekday]}, ${dayAndMonth}`;
}

/** `November 2026`, from `YYYY-MM`. */
export function formatMonth(month: string, language: Language = 'id'): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return `${MONTHS[language][number - 1]} ${year}`;
}

/** `28–30 November 2026`, `28 November – 2 Desember 2026`, `30 Desember 2026 – 2 Januari 2027`. */
export function formatDateRange(from: string, to: string, language: Language = 'id'): string {
  if (from === to) return formatDate(from, '', 'medium', language);
  const [fromYear, fromMonth, fromDate] = from.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
  const end = formatDate(to, '', 'medium', language);
  if (fromYear !== toYear) return `${formatDate(from, '', 'medium', language)} – ${end}`;
  if (fromMonth !== toMonth) return `${fromDate} ${MONTHS[language][fromMonth - 1]} – ${end}`;
  return `${fromDate}–${end}`;
}

/** WIB, WITA or WIT, in both languages; another zone keeps its own name. */
export function zoneWord(zone: string): string {
  return ZONE_WORDS[zone] ?? zone;
}

function clock(at: number, zone: string): string {
  const { hour, minute } = zonedParts(at, zone);
  return `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`;
}

/** `10.05 WIB`. */
export function formatTime(at: number, zone: string): string {
  return `${clock(at, zone)} ${zoneWord(zone)}`;
}

/** `10.05`, where the zone already stands on the page. */
export function formatClock(at: number, zone: string): string {
  return clock(at, zone);
}

/** `16.00–22.00` out of `16:00` and `22:00`. */
export function formatHours(opens: string, closes: string): string {
  return `${opens.replace(':', '.')}–${closes.replace(':', '.')}`;
}

/** `12.10–12.20`, with the zone when asked. */
export function formatRange(from: number, to: number, zone: string, withZone = false): string {
  const range = `${clock(from, zone)}–${clock(to, zone)}`;
  return withZone ? `${range} ${zoneWord(zone)}` : range;
}

/** For messages read later: `Kamis, 26 November 2026 pukul 20.00 WIB`. */
export function formatDateTime(at: number, zone: string, language: Language = 'id'): string {
  const joint = language === 'id' ? ' pukul ' : ', ';
  return `${formatDate(at, zone, 'long', language)}${joint}${formatTime(at, zone)}`;
}

/** Near deadlines on a page: `Kamis 20.00`. */
export function formatDeadline(at: number, zone: string, language: Language = 'id'): string {
  return `${formatDate(at, zone, 'weekday', language)} ${clock(at, zone)}`;
}

/** `0812-3456-7890` out of E.164; a foreign number stays as it is. */
export function formatPhone(e164: string): string {
  if (!e164.startsWith('+62')) return e164;
  const local = `0${e164.slice(3)}`;
  return [local.slice(0, 4), local.slice(4, 8), local.slice(8)].filter(Boolean).join('-');
}

/** To others: `0812-••••-7890`. */
export function formatMaskedPhone(e164: string): string {
  const parts = formatPhone(e164).split('-');
  return parts.length === 3 ? `${parts[0]}-••••-${parts[2]}` : `${e164.slice(0, 4)}••••`;
}

/** Make-seconds in minutes, rounded up: `8 menit`. */
export function formatMinutes(seconds: number, language: Language = 'id'): string {
  const minutes = Math.ceil(seconds / 60);
  if (language === 'id') return `${minutes} menit`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** `A, B, dan C`; beyond `most` the rest is counted: `A, B, dan 4 lainnya`. */
export function formatList(items: readonly string[], language: Language = 'id', joint: 'and' | 'or' = 'and', most = 9) {
  const word = { id: { and: 'dan', or: 'atau' }, en: { and: 'and', or: 'or' } }[language][joint];
  const left = items.length - most;
  const shown = left > 0 ? [...items.slice(0, most), `${left} ${language === 'id' ? 'lainnya' : 'more'}`] : [...items];
  if (shown.length <= 2) return shown.join(` ${word} `);
  return `${shown.slice(0, -1).join(', ')}, ${word} ${shown.at(-1)}`;
}

const collators = {
  id: new Intl.Collator('id', { numeric: true, sensitivity: 'base' }),
  en: new Intl.Collator('en', { numeric: true, sensitivity: 'base' }),
};

/** Order of names: Stan 2 before Stan 10. */
export function compareNames(a: string, b: string, language: Language = 'id'): number {
  return collators[language].compare(a, b);
}
