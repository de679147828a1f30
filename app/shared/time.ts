/**
 * Days and clocks of a place. Instants are epoch milliseconds, days are `YYYY-MM-DD`, clocks are `HH:MM`;
 * the zone is an IANA name (`Asia/Jakarta`). Nothing here reads the system's own zone.
 */
export interface ZonedParts {
  day: string;
  hour: number;
  minute: number;
}

/** The zone of the house itself, for what belongs to no festival: sign-in, codes, the operator's pages. */
export const HOUSE_ZONE = 'Asia/Jakarta';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const readers = new Map<string, Intl.DateTimeFormat>();

function readerOf(zone: string): Intl.DateTimeFormat {
  let reader = readers.get(zone);
  if (!reader) {
    reader = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    readers.set(zone, reader);
  }
  return reader;
}

function partsIn(at: number, zone: string): Record<string, string> {
  return Object.fromEntries(
    readerOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

/** What the calendar and the clock on the wall say at an instant. */
export function zonedParts(at: number, zone: string): ZonedParts {
  const parts = partsIn(at, zone);
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
  };
}

/** The local day of an instant. */
export function dayOf(at: number, zone: string): string {
  return zonedParts(at, zone).day;
}

/** The local clock of an instant, `HH:MM`. */
export function clockOf(at: number, zone: string): string {
  const { hour, minute } = zonedParts(at, zone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function offsetAt(at: number, zone: string): number {
  const p = partsIn(at, zone);
  const wall = Date.UTC(+p.year!, +p.month! - 1, +p.day!, +p.hour!, +p.minute!, +p.second!);
  return wall - Math.floor(at / 1000) * 1000;
}

/** The instant at which a place's clock shows this day and time; `24:00` is the end of the day. */
export function instantOf(day: string, clock: string, zone: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const wall = dayNumber(day) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS;
  const guess = wall - offsetAt(wall, zone);
  // A second look, for zones whose offset changes between the two instants.
  return wall - offsetAt(guess, zone);
}

/** First instant of a local day. */
export function startOfDay(day: string, zone: string): number {
  return instantOf(day, '00:00', zone);
}

/** First instant after a local day. */
export function endOfDay(day: string, zone: string): number {
  return startOfDay(addDays(day, 1), zone);
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

export function addDays(day: string, count: number): string {
  return new Date((dayNumber(day) + count) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Every day from the first to the last, both included. */
export function daysFromTo(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** True for a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** True for a time written `HH:MM` (00:00 to 23:59). */
export function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** A time as somebody types it: `8.00`, `08:00` and `8` are one hour. Null where it is none. */
export function readClock(typed: string | undefined): string | null {
  const match = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec((typed ?? '').trim());
  const clock = match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}` : '';
  return isClock(clock) ? clock : null;
}
