import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { readSoleRoles } from './read-sole-roles.server';

/** The businesses of which she is the only owner: nobody else could go on with them. */
export async function readSoleMerchants(db: ReadDb | Tx, personId: PersonId): Promise<MerchantId[]> {
  const sole = await readSoleRoles(db, { personId, roles: ['owner'] });
  return sole.map(({ scopeId }) => scopeId as MerchantId);
}
