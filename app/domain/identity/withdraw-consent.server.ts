import type { Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { ConsentAbout } from './give-consent.server';

/** Withdraws a consent, without a person everybody's about this subject; the rows stay as proof of when it held. Answers whether there was one. */
export async function withdrawConsent(
  tx: Tx,
  { personId, subjectId, purpose, now }: Omit<ConsentAbout, 'personId'> & { personId?: PersonId; now: number },
): Promise<boolean> {
  let withdrawal = tx
    .updateTable('identity_consent')
    .set({ withdrawn_at: now })
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null);
  if (personId) withdrawal = withdrawal.where('person_id', '=', personId);
  const withdrawn = await withdrawal.executeTakeFirst();
  return withdrawn.numUpdatedRows > 0n;
}

/** Withdraws every consent of a person; answers what they were about. */
export async function withdrawAllConsents(
  tx: Tx,
  { personId, now }: { personId: PersonId; now: number },
): Promise<string[]> {
  const withdrawn = await tx
    .updateTable('identity_consent')
    .set({ withdrawn_at: now })
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .returning('subject_id')
    .execute();
  return [...new Set(withdrawn.map(({ subject_id }) => subject_id))].sort();
}
