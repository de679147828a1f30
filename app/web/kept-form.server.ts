import { readSessionPerson } from '~/domain/identity/read-session.server';
import type { PersonId } from '~/shared/ids';
import { plainPath } from '~/shared/paths';
import { readCookie, writeCookie } from './cookies.server';
import { readTyped } from './form.server';
import type { PageArgs } from './rights.server';
import { readSessionSecret } from './session-cookie.server';

/** What was typed into one form by somebody whose session had ended. */
interface KeptForm {
  /** Without language. */
  path: string;
  personId: PersonId;
  typed: Record<string, string>;
}

const NAME = 'isian';
const PURPOSE = 'kept-form';
const SECONDS = 3600;
/** Browsers drop a cookie beyond 4,096 bytes, name and attributes included. */
const BYTES_MAX = 3_800;

/**
 * For a form that is filled in for minutes, behind `requireRight(…).catch`: where her session ended meanwhile, what she
 * sent goes along to the door, sealed, and stands in the form again after signing in; not what came with a file.
 */
export function keepingTyped({ request, context }: PageArgs): (answer: unknown) => Promise<never> {
  return async (answer) => {
    if (answer instanceof Response && answer.status === 303) {
      const { db, ports } = context.app;
      const secret = readSessionSecret(request);
      // The next to sign in may be somebody else: only she whose session it was gets it back.
      const personId = secret && (await readSessionPerson(db, secret));
      // A form with a photo comes unread from somebody who is not signed in.
      const typed = personId && (await readTyped(request).catch(() => null));
      if (personId && typed) {
        const kept: KeptForm = { path: pathOf(request), personId, typed };
        const sealed = ports.secrets.seal(JSON.stringify({ purpose: PURPOSE, ...kept }));
        if (sealed.length <= BYTES_MAX) answer.headers.append('Set-Cookie', writeKept(request, sealed, SECONDS));
      }
    }
    throw answer;
  };
}

/** What this person sent to the page she opens when her session had ended; null when there is nothing. */
export function readKeptForm({ request, context }: PageArgs, personId: PersonId): Record<string, string> | null {
  const sealed = readCookie(request, NAME);
  if (!sealed) return null;
  try {
    const kept = JSON.parse(context.app.ports.secrets.open(sealed)) as KeptForm & { purpose?: string };
    const isHers = kept.purpose === PURPOSE && kept.personId === personId && kept.path === pathOf(request);
    return isHers ? kept.typed : null;
  } catch {
    // Changed by somebody, or sealed with a key that is no more.
    return null;
  }
}

/** For the answer after which it is not needed any more. */
export function clearKeptForm(request: Request): string {
  return writeKept(request, '', 0);
}

function writeKept(request: Request, value: string, maxAge: number): string {
  return writeCookie(request, NAME, value, { maxAge });
}

function pathOf(request: Request): string {
  return plainPath(new URL(request.url).pathname);
}
