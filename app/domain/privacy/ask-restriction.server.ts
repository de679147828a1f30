import { withdrawAllConsents } from '~/domain/identity/withdraw-consent.server';
import { announceConsentChange } from '~/domain/merchants/set-publishing.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { newId, type PersonId, type PrivacyRequestId } from '~/shared/ids';
import { NOTHING_YET } from './ask-request.server';
import { ANSWER_MS } from './privacy';
import { readRestriction } from './read-requests.server';

/**
 * Restricts what is done with her data, at once: every consent is withdrawn, so that her business is shown no more, and
 * the worker keeps back messages she did not cause (docs/decisions/0191). Asked again it answers the one in force.
 */
export async function askRestriction(
  tx: Tx,
  { personId, now }: { personId: PersonId; now: number },
): Promise<PrivacyRequestId> {
  const inForce = await readRestriction(tx, personId);
  if (inForce) return inForce;
  const id = newId('prq', now);
  await tx
    .insertInto('privacy_request')
    .values({
      ...NOTHING_YET,
      id,
      person_id: personId,
      kind: 'restriction',
      state: 'answered',
      asked_at: now,
      due_at: now + ANSWER_MS,
      ended_at: now,
    })
    .execute();
  const about = await withdrawAllConsents(tx, { personId, now });
  await announceConsentChange(tx, { subjectIds: about, now });
  await recordAudit(tx, {
    actorId: personId,
    action: 'privacy.restrict',
    subjectKind: 'person',
    subjectId: personId,
    now,
  });
  return id;
}

/** Lets processing go on. Consents stay withdrawn: each is hers to give again. */
export async function liftRestriction(tx: Tx, { personId, now }: { personId: PersonId; now: number }): Promise<void> {
  await tx
    .updateTable('privacy_request')
    .set({ lifted_at: now })
    .where('person_id', '=', personId)
    .where('kind', '=', 'restriction')
    .where('lifted_at', 'is', null)
    .execute();
}
