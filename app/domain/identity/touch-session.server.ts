import type { Tx } from '~/platform/app-context';
import type { Id } from '~/shared/ids';
import { DAY_MS } from '~/shared/time';
import { SESSION_IDLE_DAYS } from './identity';

/** Writes down that a session was used; a person's lives another 30 days, a staff session does not grow. */
export async function touchSession(tx: Tx, { sessionId, now }: { sessionId: Id<'ses'>; now: number }): Promise<void> {
  await tx
    .updateTable('identity_session')
    .set({ last_seen_at: now })
    .where('id', '=', sessionId)
    .where('last_seen_at', '<', now)
    .execute();
  await tx
    .updateTable('identity_session')
    .set({ expires_at: now + SESSION_IDLE_DAYS * DAY_MS })
    .where('id', '=', sessionId)
    .where('kind', '=', 'person')
    .where('revoked_at', 'is', null)
    .execute();
}
