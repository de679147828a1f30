import type { ReadDb, Tx } from '~/platform/app-context';
import type { ConsentAbout } from './give-consent.server';

/** Whether a consent is in force: given and not withdrawn. Without a person: anybody's about this subject. */
export async function hasConsent(
  db: ReadDb | Tx,
  { personId, subjectId, purpose }: Omit<ConsentAbout, 'personId'> & Partial<Pick<ConsentAbout, 'personId'>>,
): Promise<boolean> {
  let query = db
    .selectFrom('identity_consent')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null);
  if (personId) query = query.where('person_id', '=', personId);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}
