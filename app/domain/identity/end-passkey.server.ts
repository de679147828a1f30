import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Id, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { tellPasskey } from './tell-passkey.server';

/**
 * Takes one of her passkeys away, and signs out every device that came in with it but the one she does it on; her number
 * is told. The code stays, so it is never the last way in. Another's, or one that has ended, is unknown.
 */
export async function removePasskey(
  tx: Tx,
  { passkeyId, personId, keep, now }: { passkeyId: Id<'pky'>; personId: PersonId; keep: Id<'ses'>; now: number },
): Promise<Result<undefined, { code: 'passkey_gone' }>> {
  const removed = await tx
    .updateTable('identity_passkey')
    .set({ revoked_at: now, revoked_how: 'person' })
    .where('id', '=', passkeyId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  if (!removed) return refuse({ code: 'passkey_gone' });
  await endSessions(tx, { passkeyId, personId, keep, now });
  await tellPasskey(tx, { passkeyId, personId, template: 'passkey_removed', name: removed.name, now });
  const about = { actorId: personId, subjectKind: 'person' as const, subjectId: personId, now };
  await recordAudit(tx, { ...about, action: 'passkey.removed', details: { passkeyId } });
  return accept();
}

/**
 * Ends a passkey that two hold, since nobody can say which of them is its person, and every session it opened; her
 * number is told once. Does nothing to one that has ended.
 */
export async function endCopiedPasskey(
  tx: Tx,
  { passkeyId, now }: { passkeyId: Id<'pky'>; now: number },
): Promise<void> {
  const ended = await tx
    .updateTable('identity_passkey')
    .set({ revoked_at: now, revoked_how: 'copied' })
    .where('id', '=', passkeyId)
    .where('revoked_at', 'is', null)
    .returning(['person_id', 'name'])
    .executeTakeFirst();
  if (!ended) return;
  const { person_id: personId, name } = ended;
  await endSessions(tx, { passkeyId, personId, keep: null, now });
  await tellPasskey(tx, { passkeyId, personId, template: 'passkey_copied', name, now });
  const about = { actorId: null, subjectKind: 'person' as const, subjectId: personId, now };
  await recordAudit(tx, { ...about, action: 'passkey.copied', details: { passkeyId } });
}

async function endSessions(
  tx: Tx,
  { passkeyId, personId, keep, now }: { passkeyId: Id<'pky'>; personId: PersonId; keep: Id<'ses'> | null; now: number },
): Promise<void> {
  let ending = tx
    .updateTable('identity_session')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('passkey_id', '=', passkeyId)
    .where('revoked_at', 'is', null);
  if (keep) ending = ending.where('id', '<>', keep);
  await ending.execute();
}
