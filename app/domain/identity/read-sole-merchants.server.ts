import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';

/** The businesses of which she is the only owner: nobody else could go on with them. */
export async function readSoleMerchants(db: ReadDb | Tx, personId: PersonId): Promise<MerchantId[]> {
  const rows = await db
    .selectFrom('identity_member as own')
    .select('own.scope_id')
    .where('own.person_id', '=', personId)
    .where('own.scope_kind', '=', 'merchant')
    .where('own.role', '=', 'owner')
    .where('own.ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identity_member as other')
            .select('other.id')
            .whereRef('other.scope_id', '=', 'own.scope_id')
            .where('other.scope_kind', '=', 'merchant')
            .where('other.role', '=', 'owner')
            .where('other.ended_at', 'is', null)
            .where('other.person_id', '<>', personId),
        ),
      ),
    )
    .orderBy('own.scope_id')
    .execute();
  return rows.map(({ scope_id }) => scope_id as MerchantId);
}
