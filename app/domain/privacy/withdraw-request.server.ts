import type { Tx } from '~/platform/app-context';
import type { PersonId, PrivacyRequestId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { moveRequest, type RequestMovedRefusal } from './internal/move-request.server';

/** Takes her own request back, as long as nothing was done about it; an erasure that has begun goes on. */
export async function withdrawRequest(
  tx: Tx,
  { requestId, personId, now }: { requestId: PrivacyRequestId; personId: PersonId; now: number },
): Promise<Result<undefined, RequestMovedRefusal>> {
  const moved = await moveRequest(tx, {
    requestId,
    from: ['asked', 'taken'],
    to: { state: 'withdrawn', ended_at: now, ended_by: personId },
    personId,
  });
  return moved.ok ? accept() : moved;
}
