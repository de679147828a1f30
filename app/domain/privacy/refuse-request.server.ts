import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { accept, type Result } from '~/shared/result';
import { moveRequest, type RequestMovedRefusal } from './internal/move-request.server';
import { tellPerson } from './internal/tell-person.server';
import type { RefusalReason } from './privacy';
import type { OfficerAct } from './take-request.server';

/** Refuses a request with its reason; she reads it in words on her page. */
export async function refuseRequest(
  tx: Tx,
  { requestId, by, reason, answer, now }: OfficerAct & { reason: RefusalReason; answer: string },
): Promise<Result<undefined, RequestMovedRefusal>> {
  const to = { state: 'refused', ended_at: now, ended_by: by, refusal: reason, answer: answer || null } as const;
  const moved = await moveRequest(tx, { requestId, from: ['taken'], to });
  if (!moved.ok) return moved;
  await tellPerson(tx, { personId: moved.value.person_id, requestId, template: 'privacy_answered', now });
  await recordAudit(tx, {
    actorId: by,
    action: 'privacy.refuse',
    subjectKind: 'privacy',
    subjectId: requestId,
    details: { reason },
    now,
  });
  return accept();
}
