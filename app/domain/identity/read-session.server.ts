import type { ReadDb } from '~/platform/app-context';
import type { Id, PersonId } from '~/shared/ids';
import { HOUR_MS } from '~/shared/time';
import { STAFF_ROLES, STAFF_SESSION_HOURS } from './identity';
import { hashSecret } from './open-session.server';
import { readMemberships } from './read-memberships.server';
import { type Person, toPerson } from './read-person.server';
import type { Membership } from './rights';

export interface Session {
  id: Id<'ses'>;
  kind: string;
  lastSeenAt: number;
  person: Person;
  memberships: Membership[];
}

/** The live session of a cookie's secret with its person and roles; null when it ended, was revoked or never was. */
export async function readSession(
  db: ReadDb,
  { secret, now }: { secret: string; now: number },
): Promise<Session | null> {
  const row = await db
    .selectFrom('identity_session')
    .innerJoin('identity_person', 'identity_person.id', 'identity_session.person_id')
    .select([
      'identity_session.id as session_id',
      'identity_session.created_at as opened_at',
      'last_seen_at',
      'kind',
      'identity_person.id as id',
      'phone',
      'email',
      'name',
      'language',
    ])
    .where('id_hash', '=', hashSecret(secret))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return null;
  const { session_id, opened_at, last_seen_at, kind, ...person } = row;
  const memberships = await readMemberships(db, row.id);
  // Somebody who became staff after signing in is held to twelve hours as well.
  const isStaff = memberships.some(({ role }) => STAFF_ROLES.includes(role));
  if (isStaff && now >= opened_at + STAFF_SESSION_HOURS * HOUR_MS) return null;
  return { id: session_id, kind, lastSeenAt: last_seen_at, person: toPerson(person), memberships };
}

export interface DeviceRow {
  sessionId: Id<'ses'>;
  device: string;
  openedAt: number;
  lastSeenAt: number;
  expiresAt: number;
}

/** Live sessions of a person, last used first. */
export async function readDevices(
  db: ReadDb,
  { personId, now }: { personId: PersonId; now: number },
): Promise<DeviceRow[]> {
  const rows = await db
    .selectFrom('identity_session')
    .select(['id', 'device', 'created_at', 'last_seen_at', 'expires_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    sessionId: row.id,
    device: row.device,
    openedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }));
}
