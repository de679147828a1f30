import type { ReadDb, Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { Role, ScopeKind } from './identity';
import type { Membership } from './rights';

/** Every live role of a person. */
export async function readMemberships(db: ReadDb | Tx, personId: PersonId): Promise<Membership[]> {
  const rows = await db
    .selectFrom('identity_member')
    .select(['scope_kind', 'scope_id', 'role'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    scopeKind: row.scope_kind as ScopeKind,
    scopeId: row.scope_id,
    role: row.role as Role,
  }));
}

export interface MemberRow {
  personId: PersonId;
  name: string | null;
  phone: string | null;
  role: Role;
  since: number;
}

/** The live members of one merchant or organisation, oldest first. */
export async function readMembers(
  db: ReadDb | Tx,
  { scopeKind, scopeId }: { scopeKind: ScopeKind; scopeId: string },
): Promise<MemberRow[]> {
  const rows = await db
    .selectFrom('identity_member')
    .innerJoin('identity_person', 'identity_person.id', 'identity_member.person_id')
    .select(['person_id', 'name', 'phone', 'role', 'identity_member.created_at'])
    .where('scope_id', '=', scopeId)
    .where('scope_kind', '=', scopeKind)
    .where('ended_at', 'is', null)
    .orderBy('identity_member.created_at')
    .orderBy('identity_member.id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    phone: row.phone,
    role: row.role as Role,
    since: row.created_at,
  }));
}
