import type { ReadDb, Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import { hashSecret, type OpenedSession, openSession } from './open-session.server';
import { type Person, readPerson } from './read-person.server';

/** Whom a one-time address would sign in; null when it was used, is too old or never was. Opening changes nothing, since previews open links. */
export async function readSignInLink(
  db: ReadDb,
  { token, now }: { token: string; now: number },
): Promise<Person | null> {
  const row = await db
    .selectFrom('identity_sign_in_link')
    .select('person_id')
    .where('token_hash', '=', hashSecret(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? readPerson(db, row.person_id) : null;
}

/** Signs in by a one-time address; of two taps at once one succeeds. */
export async function useSignInLink(
  tx: Tx,
  { token, device, now }: { token: string; device: string; now: number },
): Promise<Result<OpenedSession, { code: 'link_gone' }>> {
  const used = await tx
    .updateTable('identity_sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashSecret(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst();
  if (!used) return refuse({ code: 'link_gone' });
  return accept(await openSession(tx, { personId: used.person_id, device, how: 'link', now }));
}
