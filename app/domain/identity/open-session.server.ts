import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import { type Id, newId, type PersonId } from '~/shared/ids';
import { DAY_MS, HOUR_MS } from '~/shared/time';
import { SESSION_IDLE_DAYS, STAFF_ROLES, STAFF_SESSION_HOURS, STALL_SESSION_HOURS } from './identity';
import type { SessionOpening } from './passkey';
import { readMemberships } from './read-memberships.server';
import type { SessionKind } from './rights';

export interface OpenedSession {
  sessionId: Id<'ses'>;
  /** 256 random bits for the cookie; only its hash is kept. */
  secret: string;
  personId: PersonId;
  /** Nobody had ever signed in as this person before. */
  isFirst: boolean;
}

export interface SessionWish {
  personId: PersonId;
  device: string;
  /** `pin`: at a stall's phone. */
  how: SessionOpening;
  /** The passkey that opens it. */
  passkeyId?: Id<'pky'>;
  now: number;
}

const LIVES_FOR: Record<SessionKind, number> = {
  person: SESSION_IDLE_DAYS * DAY_MS,
  staff: STAFF_SESSION_HOURS * HOUR_MS,
  stall: STALL_SESSION_HOURS * HOUR_MS,
};

/**
 * Opens a session: 30 days after its last use for people, 12 hours in all for organisers and operators, a working day
 * for a stall's phone.
 */
export async function openSession(
  tx: Tx,
  { personId, device, how, passkeyId, now }: SessionWish,
): Promise<OpenedSession> {
  const before = await tx
    .selectFrom('identity_session')
    .select('id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  const memberships = await readMemberships(tx, personId);
  const isStaff = memberships.some(({ role }) => STAFF_ROLES.includes(role));
  const kind = how === 'pin' ? 'stall' : isStaff ? 'staff' : 'person';
  const secret = randomBytes(32).toString('base64url');
  const sessionId = newId('ses', now);
  await tx
    .insertInto('identity_session')
    .values({
      id_hash: hashSecret(secret),
      id: sessionId,
      person_id: personId,
      created_at: now,
      last_seen_at: now,
      expires_at: now + LIVES_FOR[kind],
      kind,
      device: device.slice(0, 80),
      revoked_at: null,
      opened_how: how,
      passkey_id: passkeyId ?? null,
    })
    .execute();
  return { sessionId, secret, personId, isFirst: !before };
}

/** SHA-256 suffices: the secret is 256 random bits, there is nothing to guess. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
