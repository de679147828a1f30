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

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

const ID_LENGTH = 26;

/** Six characters at a time: on whole numbers that is many times faster than on bigints. */
function toBase32(value: bigint): string {
  let text = '';
  for (let rest = value; text.length < ID_LENGTH; rest >>= 30n) text = sixCharacters(Number(rest & 0x3fffffffn)) + text;
  return text.slice(-ID_LENGTH);
}

function sixCharacters(thirtyBits: number): string {
  let text = '';
  for (let rest = thirtyBits, left = 6; left > 0; left--, rest >>>= 5) text = CROCKFORD[rest & 31] + text;
  return text;
}

/** Asking the system for a few bytes at a time costs more than all the rest of an id. */
const random = new DataView(new ArrayBuffer(4096));
let randomUsed = random.byteLength;

/** At most 128 random bits, each handed out once. */
function randomBits(count: number): bigint {
  if (randomUsed === random.byteLength) {
    crypto.getRandomValues(new Uint8Array(random.buffer));
    randomUsed = 0;
  }
  const bits = (random.getBigUint64(randomUsed) << 64n) | random.getBigUint64(randomUsed + 8);
  // What an address hides must not stay readable here.
  random.setBigUint64(randomUsed, 0n);
  random.setBigUint64(randomUsed + 8, 0n);
  randomUsed += 16;
  return BigInt.asUintN(count, bits);
}

/** The millisecond and the 74 variable bits of the id made last. */
let last = { at: -1, tail: 0n };

/**
 * A new id that sorts by time: UUIDv7 (RFC 9562, section 5.7) in Crockford's base 32.
 * Ids made one after another for the same millisecond sort in that order too (section 6.2, method 2).
 */
export function newId<Prefix extends string>(prefix: Prefix, now: number = Date.now()): Id<Prefix> {
  const at = Math.floor(now);
  // The highest bit stays free for counting on.
  const tail = at === last.at ? last.tail + 1n + randomBits(32) : randomBits(73);
  last = { at, tail };
  const high = (BigInt(at) << 16n) | (7n << 12n) | (tail >> 62n);
  return `${prefix}_${toBase32((high << 64n) | (2n << 62n) | BigInt.asUintN(62, tail))}`;
}

/** A new id of 128 random bits: for addresses that are themselves the capability (orders, reports). */
export function newSecretId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
  return `${prefix}_${toBase32(randomBits(128))}`;
}

/** Reads an id from an address or a form; null when it is not one of that prefix. */
export function parseId<Prefix extends string>(prefix: Prefix, text: unknown): Id<Prefix> | null {
  if (typeof text !== 'string' || !text.startsWith(`${prefix}_`)) return null;
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(prefix.length + 1)) ? (text as Id<Prefix>) : null;
}
