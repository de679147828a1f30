import type { ReadDb } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { ConsentPurpose } from './identity';

export interface GivenConsent {
  purpose: ConsentPurpose;
  subjectId: string;
  /** Version and SHA-256 of the notice that stood beside the box. */
  version: string;
  sha256: string;
  givenAt: number;
  withdrawnAt: number | null;
}

/** Every consent a person ever gave, newest first: withdrawn ones stay as proof of when they held (UU 27/2022 art. 24). */
export async function readGivenConsents(db: ReadDb, personId: PersonId): Promise<GivenConsent[]> {
  const rows = await db
    .selectFrom('identity_consent')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    purpose: row.purpose as ConsentPurpose,
    subjectId: row.subject_id,
    version: row.notice_version,
    sha256: row.notice_sha256,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  }));
}
