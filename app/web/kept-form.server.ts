import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { readSessionPerson } from '~/domain/identity/read-session.server';
import type { ShellRefusal } from '~/i18n/refusals/shell';
import type { PersonId } from '~/shared/ids';
import { languageOf, plainPath } from '~/shared/paths';
import { withoutSecrets } from '~/shared/secret-fields';
import { type ShownForm, showRefusal } from './answer.server';
import { readCookie, writeCookie } from './cookies.server';
import { readTyped } from './form.server';
import type { PageArgs } from './rights.server';
import { readSessionSecret } from './session-cookie.server';

/** What was typed into one form by somebody whose session had ended. */
interface KeptForm {
  /** Address of the form, without language. */
  at: string;
  personId: PersonId;
  typed: Record<string, string>;
  /** It is a form that photos or a PDF come with, which nothing keeps. */
  takesFiles: boolean;
}

const NAME = 'isian';
const PURPOSE = 'kept-form';
const SECONDS = 3600;
/** Browsers drop a cookie beyond 4,096 bytes, name and attributes included. */
const BYTES_MAX = 3_800;

/**
 * For a form that is filled in for minutes, behind `requireRight(…).catch`: where her session ended meanwhile, what she
 * sent goes along to the door, sealed, and stands in the form again after signing in; not files. `at`, an address
 * without language, where the form stands on a page of another address.
 */
export function keepingTyped(args: PageArgs, at = addressOf(args)): (answer: unknown) => Promise<never> {
  const { request, context } = args;
  return async (answer) => {
    if (answer instanceof Response && answer.status === 303) {
      const secret = readSessionSecret(request);
      // The next to sign in may be somebody else: only she whose session it was gets it back.
      const personId = secret && (await readSessionPerson(context.app.db, secret));
      const typed = personId && (await readTyped(request).catch(() => null));
      if (personId && typed) {
        const takesFiles = request.headers.get('Content-Type')?.startsWith('multipart/') === true;
        const sealed = seal(args, { at, personId, typed: withoutSecrets(typed), takesFiles });
        if (sealed.length <= BYTES_MAX) {
          answer.headers.append('Set-Cookie', writeCookie(request, NAME, sealed, { maxAge: SECONDS }));
        }
      }
    }
    throw answer;
  };
}

/** What this person sent to the form at this address when her session had ended; null when there is nothing. */
export function readKeptForm(
  args: PageArgs,
  personId: PersonId,
  at = addressOf(args),
): Pick<KeptForm, 'typed' | 'takesFiles'> | null {
  const kept = open(args);
  return kept && kept.personId === personId && kept.at === at ? kept : null;
}

/** The same as the page shows it: like a form that came back, saying that nothing of it is saved yet. */
export function showKeptForm(args: PageArgs, personId: PersonId, at?: string): ShownForm | null {
  const kept = readKeptForm(args, personId, at);
  if (!kept) return null;
  const { typed, takesFiles } = kept;
  const language = languageOf(new URL(args.request.url).pathname);
  const refusal: ShellRefusal = { code: 'not_saved_yet', takesFiles };
  return { refusal: showRefusal(refusal, language), errors: {}, typed };
}

/** Headers of the answer to a form that was taken: what was kept of it is not needed any more. */
export function keptFormDone(args: PageArgs, at = addressOf(args)): Record<string, string> {
  return open(args)?.at === at ? { 'Set-Cookie': writeCookie(args.request, NAME, '', { maxAge: 0 }) } : {};
}

function seal({ context }: PageArgs, kept: KeptForm): string {
  // Six long answers of an application fit into one cookie only so.
  const packed = deflateRawSync(JSON.stringify(kept));
  return Buffer.from(context.app.ports.secrets.sealBytes(packed, PURPOSE)).toString('base64url');
}

function open({ request, context }: PageArgs): KeptForm | null {
  const sealed = readCookie(request, NAME);
  if (!sealed) return null;
  try {
    const packed = context.app.ports.secrets.openBytes(Buffer.from(sealed, 'base64url'), PURPOSE);
    return JSON.parse(inflateRawSync(packed).toString()) as KeptForm;
  } catch {
    // Changed by somebody, or sealed with a key that is no more.
    return null;
  }
}

function addressOf({ request }: PageArgs): string {
  return plainPath(new URL(request.url).pathname);
}
