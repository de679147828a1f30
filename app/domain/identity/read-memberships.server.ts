import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { PersonId } from '~/shared/ids';
import type { Actor, Role, ScopeKind } from './identity';
import type { Membership } from './rights';

/** Every live role of a person. */
export async function readMemberships(db: ReadDb | Tx, personId: PersonId): Promise<Membership[]> {
  const memberships = await readMembershipsOf(db, [personId]);
  return memberships.get(personId) ?? [];
}

const ID = { id: 'text' } as const;

/**
 * Every live role of these people, oldest first; who has none is left out. With `helpingAt` also what they may type for
 * others at that instant, which is no role of theirs: it ends by itself.
 */
export async function readMembershipsOf(
  db: ReadDb | Tx,
  personIds: readonly PersonId[],
  { helpingAt = Number.MAX_SAFE_INTEGER }: { helpingAt?: number } = {},
): Promise<Map<PersonId, Membership[]>> {
  const roles = new Map<PersonId, Membership[]>();
  if (personIds.length === 0) return roles;
  const ids = personIds.map((id) => ({ id }));
  const { rows } = await sql<MembershipRow>`
    with given as (select * from ${jsonRows(db, ID, ids)} as people)
    select m.person_id, m.scope_kind, m.scope_id, m.role, m.created_at as since, m.id as held_by, null as until
    from given join identity_member as m on m.person_id = given.id
    where m.ended_at is null
    union all
    select h.helper_id, 'merchant', h.merchant_id, 'helper', h.joined_at, h.id, h.expires_at
    from given join identity_helper_session as h on h.helper_id = given.id
    where h.expires_at > ${helpingAt} and h.ended_at is null and h.revoked_at is null
    order by since, held_by`.execute(db);
  for (const { person_id, scope_kind, scope_id, role, until } of rows) {
    const known = roles.get(person_id) ?? [];
    known.push({ scopeKind: scope_kind, scopeId: scope_id, role, ...(until !== null && { until }) });
    roles.set(person_id, known);
  }
  return roles;
}

interface MembershipRow {
  person_id: PersonId;
  scope_kind: ScopeKind;
  scope_id: string;
  role: Actor;
  until: number | null;
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
