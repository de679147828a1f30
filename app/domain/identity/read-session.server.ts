import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { Id, PersonId } from '~/shared/ids';
import { HOUR_MS } from '~/shared/time';
import { STAFF_ROLES, STAFF_SESSION_HOURS } from './identity';
import { hashSecret } from './open-session.server';
import type { SessionOpening } from './passkey';
import { readMembershipsOf } from './read-memberships.server';
import { type Person, type PersonRow, toPerson } from './read-person.server';
import type { Membership, SessionKind } from './rights';

export interface Session {
  id: Id<'ses'>;
  kind: SessionKind;
  lastSeenAt: number;
  person: Person;
  memberships: Membership[];
}

const HASH = { id_hash: 'text' } as const;

interface SessionRow extends PersonRow {
  id_hash: string;
  session_id: Id<'ses'>;
  opened_at: number;
  last_seen_at: number;
  kind: SessionKind;
}

/** The live session of a cookie's secret with its person and roles; null when it ended, was revoked or never was. */
export async function readSession(
  db: ReadDb,
  { secret, now }: { secret: string; now: number },
): Promise<Session | null> {
  const sessions = await readSessions(db, { secrets: [secret], now });
  return sessions.get(secret) ?? null;
}

/** The same for many at once, by secret: two statements whatever their number. */
export async function readSessions(
  db: ReadDb,
  { secrets, now }: { secrets: readonly string[]; now: number },
): Promise<Map<string, Session>> {
  const sessions = new Map<string, Session>();
  if (secrets.length === 0) return sessions;
  const secretOf = new Map(secrets.map((secret) => [hashSecret(secret), secret]));
  const { rows } = await sql<SessionRow>`
    select s.id_hash, s.id as session_id, s.created_at as opened_at, s.last_seen_at, s.kind,
      p.id, p.phone, p.email, p.name, p.language
    from ${jsonRows(
      db,
      HASH,
      [...secretOf.keys()].map((id_hash) => ({ id_hash })),
    )} as given
    join identity_session as s on s.id_hash = given.id_hash
    join identity_person as p on p.id = s.person_id
    where s.revoked_at is null and s.expires_at > ${now}`.execute(db);
  const roles = await readMembershipsOf(db, [...new Set(rows.map(({ id }) => id))], { helpingAt: now });
  for (const { id_hash, session_id, opened_at, last_seen_at, kind, ...person } of rows) {
    const memberships = roles.get(person.id) ?? [];
    // Somebody who became staff after signing in is held to twelve hours as well.
    const isStaff = memberships.some(({ role }) => STAFF_ROLES.includes(role));
    const secret = secretOf.get(id_hash);
    if (secret === undefined || (isStaff && now >= opened_at + STAFF_SESSION_HOURS * HOUR_MS)) continue;
    sessions.set(secret, { id: session_id, kind, lastSeenAt: last_seen_at, person: toPerson(person), memberships });
  }
  return sessions;
}

/** Whose a session is or was, ended too; null when there never was one. Opens nothing. */
export async function readSessionPerson(db: ReadDb, secret: string): Promise<PersonId | null> {
  const session = await db
    .selectFrom('identity_session')
    .select('person_id')
    .where('id_hash', '=', hashSecret(secret))
    .executeTakeFirst();
  return session?.person_id ?? null;
}

export interface DeviceRow {
  sessionId: Id<'ses'>;
  device: string;
  /** Null where it began before this was written down. */
  openedHow: SessionOpening | null;
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
    .select(['id', 'device', 'opened_how', 'created_at', 'last_seen_at', 'expires_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    sessionId: row.id,
    device: row.device,
    openedHow: row.opened_how as SessionOpening | null,
    openedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }));
}
