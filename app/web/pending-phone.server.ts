import type { Secrets } from '~/platform/secret.server';
import { type E164, readPhone } from '~/shared/phone';
import { readCookie, writeCookie } from './cookies.server';

const NAME = 'nomor-baru';
const PURPOSE = 'pending-phone';
const SECONDS = 15 * 60;

type Signing = Pick<Secrets, 'sign' | 'verify'>;

/** Between a new number and its code: which number the code was sent to. It opens nothing. */
export function writePendingPhone(request: Request, secrets: Signing, phone: E164): string {
  const value = Buffer.from(phone).toString('base64url');
  return writeCookie(request, NAME, secrets.sign(value, PURPOSE), { maxAge: SECONDS, path: '/' });
}

/** Null when there is none or it was tampered with. */
export function readPendingPhone(request: Request, secrets: Signing): E164 | null {
  const value = secrets.verify(readCookie(request, NAME) ?? '', PURPOSE);
  const read = readPhone(value === null ? '' : Buffer.from(value, 'base64url').toString());
  return read.ok ? read.value : null;
}

export function clearPendingPhone(request: Request): string {
  return writeCookie(request, NAME, '', { maxAge: 0 });
}
