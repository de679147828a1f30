import type { OpenedSession } from '~/domain/identity/open-session.server';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import type { Person } from '~/domain/identity/read-person.server';
import { revokeSession } from '~/domain/identity/revoke-session.server';
import { type Membership, mayDo } from '~/domain/identity/rights';
import type { Language } from '~/shared/language';
import { pathTo, safePath } from '~/shared/paths';
import { clearPendingSignIn } from './pending-sign-in.server';
import type { Asked } from './rights.server';
import { writeSessionCookie } from './session-cookie.server';

/** What the browser says it is, short enough for a list of devices: `Chrome, Android`. */
export function deviceName(request: Request): string {
  const agent = request.headers.get('User-Agent') ?? '';
  const browser = /(Firefox|Edg|OPR|SamsungBrowser|Chrome|Safari)/.exec(agent)?.[1] ?? '';
  const system = /(Android|iPhone|iPad|Windows|Macintosh|Linux)/.exec(agent)?.[1] ?? '';
  const names: Record<string, string> = {
    Edg: 'Edge',
    OPR: 'Opera',
    SamsungBrowser: 'Samsung Internet',
    Macintosh: 'Mac',
  };
  return [browser, system]
    .filter(Boolean)
    .map((word) => names[word] ?? word)
    .join(', ');
}

/**
 * After a sign-in: the session's cookie, the one before ended, and on to where she wanted to go; `offersPasskey`: by way
 * of the page that offers one.
 */
export async function answerSignedIn(
  request: Request,
  asked: Asked<Person | null>,
  session: OpenedSession,
  { next, offersPasskey = false }: { next: string | null; offersPasskey?: boolean },
): Promise<Response> {
  const { app, language } = asked;
  await endBefore(asked);
  const home = homeOf(await readMemberships(app.db, session.personId));
  const to = safePath(next, pathTo(home, language));
  const offer = pathTo(`/akun/passkey/baru?lanjut=${encodeURIComponent(to)}`, language);
  const headers = new Headers({ Location: offersPasskey ? offer : to });
  headers.append('Set-Cookie', writeSessionCookie(request, session.secret));
  headers.append('Set-Cookie', clearPendingSignIn(request));
  return new Response(null, { status: 303, headers });
}

/** After the PIN of a stall's phone: its session, the one before ended, and `cookies` besides. `to` has its language. */
export async function answerStallSignedIn(
  request: Request,
  asked: Asked<Person | null>,
  session: { secret: string },
  { to, cookies = [] }: { to: string; cookies?: readonly string[] },
): Promise<Response> {
  await endBefore(asked);
  const headers = new Headers({ Location: to });
  for (const cookie of [...cookies, writeSessionCookie(request, session.secret)]) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** One browser has one session. */
async function endBefore({ app, visitor, now }: Asked<Person | null>): Promise<void> {
  if (!visitor) return;
  const before = { sessionId: visitor.id, personId: visitor.person.id, now };
  await app.inTransaction((tx) => revokeSession(tx, before));
}

/** Where a person's work is. */
export function homeOf(memberships: readonly Membership[]): string {
  if (mayDo(memberships, 'operator')) return '/operator';
  if (mayDo(memberships, 'verifier')) return '/operator/periksa';
  if (memberships.some(({ scopeKind }) => scopeKind === 'organisation')) return '/penyelenggara';
  if (memberships.some(({ scopeKind }) => scopeKind === 'merchant')) return '/usaha';
  return '/';
}

/** `?lanjut=` of a request, kept only when it is a path of this site. */
export function readNext(lanjut: string | null | undefined, language: Language): string | null {
  const path = safePath(lanjut ?? '', '');
  return path === '' ? null : pathTo(path, language);
}
