import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Config } from './config.server';

const VERSION = 'v1';
const BYTES_VERSION = 1;

/** Sealing, look-up and signing with keys that never stand in the database. */
export interface Secrets {
  /** Encrypts (AES-256-GCM): for numbers that can harm. The same text seals differently each time. */
  seal: (text: string) => string;
  /** The text that was sealed; throws when it was changed or sealed with another key. */
  open: (sealed: string) => string;
  /** The same for bytes, such as a page of a paper; `context` must be said again to open them. */
  sealBytes: (bytes: Uint8Array, context: string) => Uint8Array;
  openBytes: (sealed: Uint8Array, context: string) => Uint8Array;
  /** A fingerprint (HMAC-SHA256, hex) for look-up of what is sealed, or for codes. */
  hmac: (text: string) => string;
  /** `value.signature`, for cookies; the purpose keeps one cookie from being used as another. */
  sign: (value: string, purpose: string) => string;
  /** The value, or null when the signature does not fit. */
  verify: (signed: string, purpose: string) => string | null;
}

/** Derives one key a use from SECRET_KEY (HKDF-SHA256, RFC 5869). */
export function makeSecrets({ secretKey }: Pick<Config, 'secretKey'>): Secrets {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secretKey, 'pestarasa', use, 32));
  const sealKey = keyFor('seal');
  const hmacKey = keyFor('hmac');
  const signKey = keyFor('sign');
  const signature = (value: string, purpose: string) =>
    createHmac('sha256', signKey).update(`${purpose}\n${value}`).digest('base64url');
  return {
    seal: (text) => seal(sealKey, text),
    open: (sealed) => open(sealKey, sealed),
    sealBytes: (bytes, context) => sealBytes(sealKey, bytes, context),
    openBytes: (sealed, context) => openBytes(sealKey, sealed, context),
    hmac: (text) => createHmac('sha256', hmacKey).update(text).digest('hex'),
    sign: (value, purpose) => `${value}.${signature(value, purpose)}`,
    verify: (signed, purpose) => {
      const dot = signed.lastIndexOf('.');
      if (dot < 0) return null;
      const value = signed.slice(0, dot);
      return isSame(signed.slice(dot + 1), signature(value, purpose)) ? value : null;
    },
  };
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    VERSION,
    nonce.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    body.toString('base64url'),
  ].join('.');
}

function open(key: Buffer, sealed: string): string {
  const [version, nonce = '', tag = '', body = ''] = sealed.split('.');
  if (version !== VERSION) throw new Error('not sealed by this version');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return decipher.update(body, 'base64url', 'utf8') + decipher.final('utf8');
}

/** One byte of version, 12 of nonce, 16 of tag, then the body; `context` is authenticated with it (AAD). */
function sealBytes(key: Buffer, bytes: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(BYTES_VERSION), nonce, cipher.getAuthTag(), body]);
}

function openBytes(key: Buffer, sealed: Uint8Array, context: string): Uint8Array {
  if (sealed[0] !== BYTES_VERSION) throw new Error('not sealed by this version');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

function isSame(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}
