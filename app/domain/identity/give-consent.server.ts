import type { Tx } from '~/platform/app-context';
import { newId, type PersonId } from '~/shared/ids';
import { CONSENT_NOTICES } from './consent-notices';
import type { ConsentPurpose } from './identity';

export interface ConsentAbout {
  personId: PersonId;
  /** What it is about: a merchant's id for `publish`, the person's own id for `festival_messages`. */
  subjectId: string;
  purpose: ConsentPurpose;
}

/** Writes down a consent with the version and hash of the notice shown; every giving is a row of its own. */
export async function giveConsent(
  tx: Tx,
  { personId, subjectId, purpose, now }: ConsentAbout & { now: number },
): Promise<void> {
  const [notice] = CONSENT_NOTICES[purpose];
  await tx
    .insertInto('identity_consent')
    .values({
      id: newId('cns', now),
      person_id: personId,
      subject_id: subjectId,
      purpose,
      notice_version: notice.version,
      notice_sha256: notice.sha256.id,
      given_at: now,
      withdrawn_at: null,
    })
    .execute();
}
