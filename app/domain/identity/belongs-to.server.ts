import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { readMemberships } from './read-memberships.server';

/**
 * Whether somebody belongs to a business now, in any role; helping is none. Whoever does judges nothing about it and
 * types there as herself.
 */
export async function belongsTo(
  db: ReadDb | Tx,
  { personId, merchantId }: { personId: PersonId; merchantId: MerchantId },
): Promise<boolean> {
  const roles = await readMemberships(db, personId);
  return roles.some(({ scopeKind, scopeId }) => scopeKind === 'merchant' && scopeId === merchantId);
}
