import type { Secrets } from '~/platform/secret.server';
import { pathTo, safePath } from '~/shared/paths';
import { type E164, showPhone } from '~/shared/phone';
import { redirectTo } from './answer.server';
import { readCookie, writeCookie } from './cookies.server';
import { type PageArgs, requireRight } from './rights.server';

/** Between phone and code: whom the code was sent to and where she wanted to go. Not a session; it opens nothing. */
export interface PendingSignIn {
  phone: E164;
  /** Path of this site, or null for the usual place. */
  next: string | null;
}

const NAME = 'masuk';
const PURPOSE = 'pending-sign-in';
const SECONDS = 15 * 60;

type Signing = Pick<Secrets, 'sign' | 'verify'>;

export function writePendingSignIn(request: Request, secrets: Signing, pending: PendingSignIn): string {
  const value = Buffer.from(JSON.stringify(pending)).toString('base64url');
  return writeCookie(request, NAME, secrets.sign(value, PURPOSE), { maxAge: SECONDS });
}

/** Null when there is none, when it was tampered with or is from another build. */
export function readPendingSignIn(request: Request, secrets: Signing): PendingSignIn | null {
  const value = secrets.verify(readCookie(request, NAME) ?? '', PURPOSE);
  if (!value) return null;
  const { phone, next } = JSON.parse(Buffer.from(value, 'base64url').toString()) as PendingSignIn;
  return { phone, next: next === null ? null : safePath(next, '/') };
}

export function clearPendingSignIn(request: Request): string {
  return writeCookie(request, NAME, '', { maxAge: 0 });
}

/** What the code page shows; without a pending sign-in it leads to the phone. */
export async function readCodePage(args: PageArgs): Promise<{ phone: string; inbox: string | null }> {
  const { app, language } = await requireRight(args, 'public');
  const pending = readPendingSignIn(args.request, app.ports.secrets);
  if (!pending) throw redirectTo('/masuk', language);
  const inbox = app.config.developmentInbox === 'on' ? pathTo('/dev/pesan', language) : null;
  return { phone: showPhone(pending.phone), inbox };
}
