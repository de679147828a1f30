import { randomWord } from './random-word';

/** Every id is text with the prefix of its noun: `mrc_…`. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

export type PersonId = Id<'psn'>;
export type OrganisationId = Id<'org'>;
export type MerchantId = Id<'mrc'>;
export type DishId = Id<'dsh'>;
export type FestivalId = Id<'fst'>;
export type ApplicationId = Id<'apl'>;
export type BoothId = Id<'bth'>;
export type OfferId = Id<'ofr'>;
export type ParticipationId = Id<'par'>;
export type AccountId = Id<'acc'>;
export type TransferId = Id<'trf'>;
export type HoldId = Id<'hld'>;
export type OrderId = Id<'ord'>;
export type TicketId = Id<'tkt'>;
export type FileId = Id<'fil'>;
export type ImportId = Id<'imp'>;
export type RuleId = Id<'rul'>;
export type TapId = Id<'tap'>;
export type IncidentId = Id<'inc'>;
export type PrivacyRequestId = Id<'prq'>;
export type CertificateId = Id<'crt'>;

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** The lowest bits of a number below 2^50 as so many characters, five bits each. */
function characters(bits: number, count: number): string {
  let text = '';
  for (let rest = bits, left = count; left > 0; left--, rest = Math.floor(rest / 32))
    text = CROCKFORD[rest % 32] + text;
  return text;
}

/** 80 bits as sixteen characters: small whole numbers are many times faster than bigints. */
function sixteenCharacters(first16: number, middle32: number, last32: number): string {
  const upper = first16 * 2 ** 14 + (middle32 >>> 18);
  const lower = (middle32 & 0x3ffff) * 2 ** 12 + (last32 >>> 20);
  return characters(upper, 6) + characters(lower, 6) + characters(last32 & 0xfffff, 4);
}

/** Millisecond of the ids made last, its ten characters, and their 74 variable bits: 12, 30 and 32. */
const last = { at: -1, time: '', upper: 0, middle: 0, lower: 0 };

/** Ids made one after another for the same millisecond sort in that order too (RFC 9562, section 6.2, method 2). */
function countOn(): void {
  const lower = last.lower + 1 + randomWord();
  last.lower = lower >>> 0;
  if (lower < 2 ** 32) return;
  last.middle = (last.middle + 1) & 0x3fffffff;
  if (last.middle === 0) last.upper += 1;
}

/** A new id that sorts by time: UUIDv7 (RFC 9562, section 5.7) in Crockford's base 32. */
export function newId<Prefix extends string>(prefix: Prefix, now: number = Date.now()): Id<Prefix> {
  const at = Math.floor(now);
  if (at === last.at) countOn();
  else {
    last.at = at;
    last.time = characters(at, 10);
    // The highest bit stays free for counting on.
    last.upper = randomWord() & 0x7ff;
    last.middle = randomWord() & 0x3fffffff;
    last.lower = randomWord();
  }
  return `${prefix}_${last.time}${sixteenCharacters(0x7000 + last.upper, 0x80000000 + last.middle, last.lower)}`;
}

/** A new id of 128 random bits: for addresses that are themselves the capability (orders, reports). */
export function newSecretId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
  // 26 characters hold 130 bits, so the first has three of its own.
  const first =
    characters(randomWord() & 7, 1) + characters(randomWord() >>> 2, 6) + characters(randomWord() & 0x7fff, 3);
  return `${prefix}_${first}${sixteenCharacters(randomWord() & 0xffff, randomWord(), randomWord())}`;
}

/** Reads an id from an address or a form; null when it is not one of that prefix. */
export function parseId<Prefix extends string>(prefix: Prefix, text: unknown): Id<Prefix> | null {
  if (typeof text !== 'string' || !text.startsWith(`${prefix}_`)) return null;
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(prefix.length + 1)) ? (text as Id<Prefix>) : null;
}
