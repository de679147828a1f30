import type { AppLoadContext } from '@remix-run/node';
import type { Person } from '~/domain/identity/read-person.server';
import type { Session } from '~/domain/identity/read-session.server';
import { type HouseRight, mayDo, type Right, type ScopedRight, sessionMay } from '~/domain/identity/rights';
import type { AppContext } from '~/platform/app-context';
import type { Language } from '~/shared/language';
import { languageOf, pathTo, plainPath } from '~/shared/paths';
import { answerNotFound } from './answer.server';
import { readStallPhoneSecret } from './stall-phone-cookie.server';
import { readVisitor } from './visitor.server';

/** What every loader and action is handed by Remix. */
export interface PageArgs {
  request: Request;
  context: AppLoadContext;
  params: Readonly<Record<string, string | undefined>>;
}

export interface Asked<Who extends Person | null> {
  app: AppContext;
  /** The session with its roles; null for anybody. */
  visitor: Who extends null ? Session | null : Session;
  person: Who;
  /** The language of the address. */
  language: Language;
  /** The instant of this request, epoch milliseconds. */
  now: number;
}

/**
 * Who asks, and may they: first line of every loader and action, because Remix runs loaders side by side and lets a
 * client call one alone. Signed out: to /masuk and back here. Without the right: 404, as if there were nothing.
 */
export async function requireRight(args: PageArgs, right: 'public'): Promise<Asked<Person | null>>;
export async function requireRight(args: PageArgs, right: 'signed_in' | HouseRight): Promise<Asked<Person>>;
export async function requireRight(args: PageArgs, right: ScopedRight, scopeId: string): Promise<Asked<Person>>;
export async function requireRight(args: PageArgs, right: Right, scopeId?: string): Promise<Asked<Person | null>> {
  const { app } = args.context;
  const language = languageOf(new URL(args.request.url).pathname);
  const visitor = await readVisitor(args.request, args.context);
  if (right !== 'public' && !visitor) throw toSignIn(args.request, language);
  if (visitor && !sessionMay(visitor.kind, right)) throw answerNotFound();
  if (visitor && right !== 'public' && right !== 'signed_in' && !mayDo(visitor.memberships, right, scopeId)) {
    throw answerNotFound();
  }
  return { app, visitor, person: visitor?.person ?? null, language, now: app.clock.now() };
}

/** To the sign-in page, and back afterwards to what was asked for, or to the page whose form was sent. */
function toSignIn(request: Request, language: Language): Response {
  const url = new URL(request.url);
  // A stall's phone is opened by its PIN; its cashier has no number to be sent a code to.
  const door = readStallPhoneSecret(request) ? '/hp-lapak' : '/masuk';
  const from = request.method === 'GET' ? url : refererOf(request, url);
  const back = plainPath(from.pathname) + from.search;
  return new Response(null, {
    status: request.method === 'GET' ? 302 : 303,
    headers: { Location: pathTo(`${door}?lanjut=${encodeURIComponent(pathTo(back, language))}`, language) },
  });
}

function refererOf(request: Request, url: URL): URL {
  const referer = request.headers.get('Referer') ?? '';
  const from = URL.canParse(referer) ? new URL(referer) : url;
  return from.origin === url.origin ? from : url;
}
