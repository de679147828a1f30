import { type CookieRequest, isSecure, readCookie, writeCookie } from './cookies.server';

/** What makes a phone a stall's phone. Opens nothing without its PIN. */
function cookieName(request: CookieRequest): string {
  return isSecure(request) ? '__Host-hp-lapak' : 'hp-lapak';
}

/** As long as browsers keep a cookie; the database decides whether it still counts. */
const SECONDS = 400 * 24 * 3600;

/** The secret of the stall's phone this request comes from; null for every other browser. */
export function readStallPhoneSecret(request: CookieRequest): string | null {
  const secret = readCookie(request, cookieName(request));
  return secret && /^[\w-]{43}$/.test(secret) ? secret : null;
}

export function writeStallPhoneCookie(request: CookieRequest, secret: string): string {
  return writeCookie(request, cookieName(request), secret, { maxAge: SECONDS });
}
