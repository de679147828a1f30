import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { PersonId, PrivacyRequestId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { moveRequest, type RequestMovedRefusal } from './internal/move-request.server';

export interface OfficerAct {
  requestId: PrivacyRequestId;
  by: PersonId;
  now: number;
}

/** One officer takes a request on; of two at once one has it. */
export async function takeRequest(
  tx: Tx,
  { requestId, by, now }: OfficerAct,
): Promise<Result<undefined, RequestMovedRefusal>> {
  const to = { state: 'taken', taken_at: now, taken_by: by } as const;
  const moved = await moveRequest(tx, { requestId, from: ['asked'], to });
  if (!moved.ok) return moved;
  await recordAudit(tx, { actorId: by, action: 'privacy.take', subjectKind: 'privacy', subjectId: requestId, now });
  return accept();
}
