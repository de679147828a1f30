import type { ReadDb, Tx } from '~/platform/app-context';
import type { OrganisationId, PersonId } from '~/shared/ids';
import type { Role } from './identity';

export interface SoleRole {
  role: Role;
  scopeId: string;
  /** Of the organisation; null for a business and the house. */
  name: string | null;
}

/** Which of these roles she has somewhere and nobody else has there. */
export async function readSoleRoles(
  db: ReadDb | Tx,
  { personId, roles }: { personId: PersonId; roles: readonly Role[] },
): Promise<SoleRole[]> {
  const rows = await db
    .selectFrom('identity_member as own')
    .leftJoin('identity_organisation as organisation', (join) =>
      join.on((on) => on('organisation.id', '=', on.ref('own.scope_id').$castTo<OrganisationId>())),
    )
    .select(['own.role', 'own.scope_id', 'organisation.name'])
    .where('own.person_id', '=', personId)
    .where('own.role', 'in', roles)
    .where('own.ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identity_member as other')
            .select('other.id')
            .whereRef('other.scope_id', '=', 'own.scope_id')
            .whereRef('other.role', '=', 'own.role')
            .where('other.ended_at', 'is', null)
            .where('other.person_id', '<>', personId),
        ),
      ),
    )
    .orderBy('own.scope_id')
    .execute();
  return rows.map(({ role, scope_id, name }) => ({ role: role as Role, scopeId: scope_id, name }));
}
