import type { Tx } from '~/platform/app-context';
import type { PrivacyRequestId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';
import { moveRequest } from './internal/move-request.server';
import { readHindrances, readSubject } from './read-hindrances.server';
import { readRequest } from './read-requests.server';

/**
 * Whose data is to go now; null when there is nothing to do. Something may have come up since the officer looked (an
 * order, money): then the request goes back to her.
 */
export async function confirmErasure(
  tx: Tx,
  { requestId }: { requestId: PrivacyRequestId },
): Promise<DataSubject | null> {
  const request = await readRequest(tx, { requestId });
  if (request?.state !== 'erasing') return null;
  const subject = await readSubject(tx, request.personId);
  if ((await readHindrances(tx, subject)).length === 0) return subject;
  await moveRequest(tx, { requestId, from: ['erasing'], to: { state: 'taken' } });
  return null;
}
