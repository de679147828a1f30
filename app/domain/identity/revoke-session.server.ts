import type { Tx } from '~/platform/app-context';
import type { Id, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';

/** Ends one session of a person. Another person's, or one that has ended, is unknown. */
export async function revokeSession(
  tx: Tx,
  { sessionId, personId, now }: { sessionId: Id<'ses'>; personId: PersonId; now: number },
): Promise<Result<undefined, { code: 'session_unknown' }>> {
  const revoked = await tx
    .updateTable('identity_session')
    .set({ revoked_at: now })
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return revoked.numUpdatedRows === 1n ? accept() : refuse({ code: 'session_unknown' });
}

/** Ends every session of a person but one. Answers how many. */
export async function revokeOtherSessions(
  tx: Tx,
  { keep, personId, now }: { keep: Id<'ses'>; personId: PersonId; now: number },
): Promise<number> {
  const revoked = await tx
    .updateTable('identity_session')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('id', '<>', keep)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(revoked.numUpdatedRows);
}
