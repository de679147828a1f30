import type { AppLoadContext } from '@remix-run/node';
import { LAST_SEEN_EVERY_MINUTES } from '~/domain/identity/identity';
import { readSession, type Session } from '~/domain/identity/read-session.server';
import { touchSession } from '~/domain/identity/touch-session.server';
import { unlessDatabaseAway } from '~/platform/database-errors';
import { MINUTE_MS } from '~/shared/time';
import { readSessionSecret } from './session-cookie.server';

/** Who asks: the live session behind the request's cookie, or null for anybody. */
export async function readVisitor(request: Request, { app }: Pick<AppLoadContext, 'app'>): Promise<Session | null> {
  const secret = readSessionSecret(request);
  if (!secret) return null;
  const now = app.clock.now();
  const session = await readSession(app.db, { secret, now });
  if (session && now - session.lastSeenAt > LAST_SEEN_EVERY_MINUTES * MINUTE_MS) {
    await app.inTransaction((tx) => touchSession(tx, { sessionId: session.id, now })).catch(unlessDatabaseAway);
  }
  return session;
}
