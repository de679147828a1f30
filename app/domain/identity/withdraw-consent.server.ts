import type { Tx } from '~/platform/app-context';
import type { ConsentAbout } from './give-consent.server';

/** Withdraws a consent; the rows stay as proof of when it held. Answers whether there was one. */
export async function withdrawConsent(
  tx: Tx,
  { personId, subjectId, purpose, now }: ConsentAbout & { now: number },
): Promise<boolean> {
  const withdrawn = await tx
    .updateTable('identity_consent')
    .set({ withdrawn_at: now })
    .where('person_id', '=', personId)
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return withdrawn.numUpdatedRows > 0n;
}
