import { type CookieRequest, isSecure, readCookie, writeCookie } from './cookies.server';

/** `__Host-` binds the cookie to this host over https; browsers refuse that name on plain http. */
function cookieName(request: CookieRequest): string {
  return isSecure(request) ? '__Host-sesi' : 'sesi';
}

/** The secret of the session this browser holds; null when it holds none or something that cannot be one. */
export function readSessionSecret(request: CookieRequest): string | null {
  const secret = readCookie(request, cookieName(request));
  return secret && /^[\w-]{43}$/.test(secret) ? secret : null;
}

/** Longer than any session lives; the database decides when it ends. */
const COOKIE_SECONDS = 400 * 24 * 3600;

export function writeSessionCookie(request: CookieRequest, secret: string): string {
  return writeCookie(request, cookieName(request), secret, { maxAge: COOKIE_SECONDS });
}

export function clearSessionCookie(request: CookieRequest): string {
  return writeCookie(request, cookieName(request), '', { maxAge: 0 });
}
