import type { ReadDb, Tx } from '~/platform/app-context';
import type { OrganisationId } from '~/shared/ids';
import type { DataSubject, Hindrance } from '~/shared/personal-data';

/** Roles that nobody else has: somebody must be able to let the next one in. */
export async function readRoleHindrances(db: ReadDb | Tx, { personId }: DataSubject): Promise<Hindrance[]> {
  const rows = await db
    .selectFrom('identity_member as own')
    .leftJoin('identity_organisation as organisation', (join) =>
      join.on((on) => on('organisation.id', '=', on.ref('own.scope_id').$castTo<OrganisationId>())),
    )
    .select(['own.role', 'organisation.name'])
    .where('own.person_id', '=', personId)
    .where('own.role', 'in', ['organiser', 'operator'])
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
    .execute();
  return rows.map(({ role, name }) => ({ code: 'role_last', role, scope: name }));
}
