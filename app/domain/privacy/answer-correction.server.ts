import { changePerson } from '~/domain/identity/change-person.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { accept, type Result } from '~/shared/result';
import { moveRequest, type RequestMovedRefusal } from './internal/move-request.server';
import { tellPerson } from './internal/tell-person.server';
import type { OfficerAct } from './take-request.server';

/**
 * Answers a correction: a name or an e-mail address is put right here and now; what stands elsewhere the officer has put
 * right with her tools, and says so.
 */
export async function answerCorrection(
  tx: Tx,
  { requestId, by, answer, now }: OfficerAct & { answer: string },
): Promise<Result<undefined, RequestMovedRefusal>> {
  const to = { state: 'answered', ended_at: now, ended_by: by, answer: answer || null } as const;
  const moved = await moveRequest(tx, { requestId, from: ['taken'], to, kind: 'correction' });
  if (!moved.ok) return moved;
  const { person_id: personId, field, wanted } = moved.value;
  if (wanted && field === 'name') await changePerson(tx, { personId, name: wanted });
  if (wanted && field === 'email') await changePerson(tx, { personId, email: wanted });
  await tellPerson(tx, { personId, requestId, template: 'privacy_answered', now });
  await recordAudit(tx, {
    actorId: by,
    action: 'privacy.correct',
    subjectKind: 'privacy',
    subjectId: requestId,
    details: { field },
    now,
  });
  return accept();
}
