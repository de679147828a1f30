import { randomBytes } from 'node:crypto';
import { CHALLENGE_MINUTES, type PasskeyPlace, passkeyPlaceAt } from '~/domain/identity/passkey';
import { refusalAnswer } from '~/i18n/refusals';
import type { Language } from '~/shared/language';
import { plainPath } from '~/shared/paths';
import { readCookie, writeCookie } from './cookies.server';
import type { PageArgs } from './rights.server';

const NAME = 'passkey-ditawarkan';
/** As long as browsers keep a cookie. */
const SECONDS = 400 * 24 * 3600;

/** Ties a challenge to the browser that asked for it; lives as long as one does. */
const BROWSER = 'passkey-browser';

/** In the middle of these nobody is stopped by an offer: signing up, and paying in a crowd. */
const BUSY = /^\/(daftar|klaim|keranjang|pesanan)(\/|\?|$)/;

/** Where the browser that asks makes and uses passkeys; null where it cannot. The guard has judged the origin. */
export function passkeyPlaceOf({ request, context }: Pick<PageArgs, 'request' | 'context'>): PasskeyPlace | null {
  return passkeyPlaceAt(new URL(request.url).origin, context.app.config.origins);
}

/** Whether the way on leads by the offer of a passkey: once a phone, where it can keep one, and not amid something else. */
export function offersPasskey(
  args: Pick<PageArgs, 'request' | 'context'>,
  { isAble, next }: { isAble: boolean; next: string | null },
): boolean {
  if (!isAble || readCookie(args.request, NAME) !== null || passkeyPlaceOf(args) === null) return false;
  return next === null || !BUSY.test(plainPath(next));
}

/** Answered, with yes or no: this phone is not asked again. */
export function writePasskeyAnswered(request: Request): string {
  return writeCookie(request, NAME, '1', { maxAge: SECONDS });
}

/** The secret that ties challenges to this browser: the one it has, so that two tabs do not disturb each other, or a new one. */
export function passkeyBrowserOf(request: Request): string {
  const kept = readCookie(request, BROWSER) ?? '';
  return /^[\w-]{43}$/.test(kept) ? kept : randomBytes(32).toString('base64url');
}

/** A challenge for one of our own scripts, and the cookie without which nobody answers it. */
export function challengeToScript(request: Request, browser: string, options: object): Response {
  const cookie = writeCookie(request, BROWSER, browser, { maxAge: CHALLENGE_MINUTES * 60 });
  return Response.json({ options }, { headers: { 'Cache-Control': 'no-store', 'Set-Cookie': cookie } });
}

/** A refusal for one of our own scripts, which says it beside the button. */
export function refusedToScript(refusal: { code: string }, language: Language): Response {
  const { status, text } = refusalAnswer(refusal, language);
  return Response.json({ text }, { status, headers: { 'Cache-Control': 'no-store' } });
}
