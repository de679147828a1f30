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

function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let left = Math.ceil((bytes.length * 8) / 5); left > 0; left--) {
    text = CROCKFORD[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}

/** A new id that sorts by time: UUIDv7 (RFC 9562, section 5.7) in Crockford's base 32. */
export function newId<Prefix extends string>(prefix: Prefix, now: number = Date.now()): Id<Prefix> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `${prefix}_${base32(bytes)}`;
}

/** A new id of 128 random bits: for addresses that are themselves the capability (orders, reports). */
export function newSecretId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
  return `${prefix}_${base32(crypto.getRandomValues(new Uint8Array(16)))}`;
}

/** Reads an id from an address or a form; null when it is not one of that prefix. */
export function parseId<Prefix extends string>(prefix: Prefix, text: unknown): Id<Prefix> | null {
  if (typeof text !== 'string' || !text.startsWith(`${prefix}_`)) return null;
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(prefix.length + 1)) ? (text as Id<Prefix>) : null;
}
