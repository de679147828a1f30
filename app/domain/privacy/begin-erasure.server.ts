import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { addToOutbox } from '~/platform/outbox.server';
import { accept, type Result, refuse } from '~/shared/result';
import { MINUTE_MS } from '~/shared/time';
import type { ErasureHinderedRefusal } from './ask-erasure.server';
import { moveRequest, type RequestMovedRefusal } from './internal/move-request.server';
import { tellPerson } from './internal/tell-person.server';
import { readHindrances, readSubject } from './read-hindrances.server';
import type { OfficerAct } from './take-request.server';

/** The message that tells her goes first: afterwards nobody knows her number. */
const BEGINS_AFTER = 2 * MINUTE_MS;

/** Has the worker erase a person, shortly. What stands in the way is looked at again, here and when it begins. */
export async function beginErasure(
  tx: Tx,
  { requestId, by, now }: OfficerAct,
): Promise<Result<undefined, RequestMovedRefusal | ErasureHinderedRefusal>> {
  const moved = await moveRequest(tx, { requestId, from: ['taken'], to: { state: 'erasing' }, kind: 'erasure' });
  if (!moved.ok) return moved;
  const personId = moved.value.person_id;
  const hindrances = await readHindrances(tx, await readSubject(tx, personId));
  if (hindrances.length > 0) return refuse({ code: 'erasure_hindered', hindrances });
  await tellPerson(tx, { personId, requestId, template: 'privacy_erasing', now });
  // Each beginning is an effect of its own: the first may have gone back to the officer.
  await addToOutbox(tx, {
    kind: 'privacy.erase',
    key: `erase:${requestId}:${now}`,
    payload: { requestId },
    dueAt: now + BEGINS_AFTER,
    now,
  });
  await recordAudit(tx, { actorId: by, action: 'privacy.erase', subjectKind: 'privacy', subjectId: requestId, now });
  return accept();
}
