import type { AppLoadContext } from '@remix-run/node';
import { noteSeen } from '~/domain/identity/note-seen.server';
import { readSession, type Session } from '~/domain/identity/read-session.server';
import { readSessionSecret } from './session-cookie.server';

/** Who asks: the live session behind the request's cookie, or null for anybody. */
export async function readVisitor(request: Request, { app }: Pick<AppLoadContext, 'app'>): Promise<Session | null> {
  const secret = readSessionSecret(request);
  if (!secret) return null;
  const now = app.clock.now();
  const session = await readSession(app.db, { secret, now });
  if (session) await noteSeen(app, { sessions: [session], now });
  return session;
}
