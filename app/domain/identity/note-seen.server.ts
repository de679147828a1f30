import type { AppContext } from '~/platform/app-context';
import { unlessDatabaseAway } from '~/platform/database-errors';
import { MINUTE_MS } from '~/shared/time';
import { LAST_SEEN_EVERY_MINUTES } from './identity';
import type { Session } from './read-session.server';
import { touchSession } from './touch-session.server';

/** Writes down that sessions are in use, every ten minutes of each. A note: no page fails because it cannot be written. */
export async function noteSeen(
  app: Pick<AppContext, 'inTransaction'>,
  { sessions, now }: { sessions: readonly Session[]; now: number },
): Promise<void> {
  const due = sessions.filter(({ lastSeenAt }) => now - lastSeenAt > LAST_SEEN_EVERY_MINUTES * MINUTE_MS);
  if (due.length === 0) return;
  // In one order everywhere, so that two notes never wait for each other.
  const ids = due.map(({ id }) => id).sort();
  await app
    .inTransaction(async (tx) => {
      for (const sessionId of ids) await touchSession(tx, { sessionId, now });
    })
    .catch(unlessDatabaseAway);
}
