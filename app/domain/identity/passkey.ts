/** Words and numbers of passkeys that pages may know too. */

/** How long a challenge may be answered: as long as a code. */
export const CHALLENGE_MINUTES = 5;
export const PASSKEYS_MAX = 10;
export const PASSKEY_NAME_MAX = 40;

/** What opened a session. */
export type SessionOpening = 'code' | 'passkey' | 'link' | 'pin';

/** The address a passkey is made and used at, as browsers see it (WebAuthn, section 5.1.3). */
export interface PasskeyPlace {
  /** `https://host[:port]`. */
  origin: string;
  /** The domain the passkey belongs to; it works at this domain and below. */
  rpId: string;
}

/**
 * Where somebody at `origin` makes and uses passkeys; null where browsers allow none: at a number instead of a name, and
 * without https anywhere but on the machine itself. Addresses below the first configured one share its passkeys, others
 * have their own.
 */
export function passkeyPlaceAt(origin: string, origins: readonly string[]): PasskeyPlace | null {
  const { protocol, hostname } = new URL(origin);
  if (/^[\d.]+$|:/.test(hostname) || (protocol !== 'https:' && hostname !== 'localhost')) return null;
  const first = new URL(origins[0] ?? origin).hostname;
  return { origin, rpId: hostname.endsWith(`.${first}`) ? first : hostname };
}
