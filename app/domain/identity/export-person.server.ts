import type { ReadDb } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';
import type { ExportList } from '~/shared/personal-export';
import { readGivenConsents } from './read-consents.server';
import { readPerson } from './read-person.server';

/** Who she is to us, her roles, consents, devices and invitations. Hashes of codes and sessions stay here. */
export async function exportIdentity(db: ReadDb, { personId }: DataSubject): Promise<ExportList[]> {
  const person = await readPerson(db, personId);
  const roles = await db
    .selectFrom('identity_member')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  const invitations = person?.phone
    ? await db.selectFrom('identity_invitation').selectAll().where('phone', '=', person.phone).orderBy('id').execute()
    : [];
  const consents = await readGivenConsents(db, personId);
  return [
    {
      name: 'person',
      rows: person
        ? [{ id: person.id, name: person.name, phone: person.phone, email: person.email, language: person.language }]
        : [],
    },
    {
      name: 'roles',
      rows: roles.map((row) => ({ role: row.role, scope: row.scope_id, since: row.created_at, until: row.ended_at })),
    },
    {
      name: 'consents',
      rows: consents.map((row) => ({
        purpose: row.purpose,
        scope: row.subjectId,
        version: row.version,
        proof: row.sha256,
        since: row.givenAt,
        until: row.withdrawnAt,
      })),
    },
    await exportDevices(db, personId),
    await exportPasskeys(db, personId),
    await exportNumbers(db, personId),
    {
      name: 'invitations',
      rows: invitations.map((row) => ({
        phone: row.phone,
        role: row.role,
        scope: row.scope_id,
        at: row.created_at,
        until: row.expires_at,
      })),
    },
  ];
}

/** Numbers she changed from and to, or meant to. */
async function exportNumbers(db: ReadDb, personId: PersonId): Promise<ExportList> {
  const changes = await db
    .selectFrom('identity_phone_change')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return {
    name: 'numbers',
    rows: changes.flatMap((row) => [
      { phone: row.from_phone, state: 'from', until: row.done_at },
      { phone: row.to_phone, state: 'to', at: row.asked_at },
    ]),
  };
}

/** Passkeys, ended ones too; the key itself is our half of a lock and tells her nothing. */
async function exportPasskeys(db: ReadDb, personId: PersonId): Promise<ExportList> {
  const passkeys = await db
    .selectFrom('identity_passkey')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return {
    name: 'passkeys',
    rows: passkeys.map((row) => ({
      id: row.credential_id,
      name: row.name,
      since: row.made_at,
      at: row.last_used_at,
      until: row.revoked_at,
    })),
  };
}

async function exportDevices(db: ReadDb, personId: PersonId): Promise<ExportList> {
  const sessions = await db
    .selectFrom('identity_session')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return {
    name: 'devices',
    rows: sessions.map((row) => ({
      device: row.device,
      kind: row.opened_how,
      since: row.created_at,
      at: row.last_seen_at,
      until: row.revoked_at ?? row.expires_at,
    })),
  };
}
