import { type MemberRow, readMembers } from '~/domain/identity/read-memberships.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';

export interface Contacts {
  /** Who receives complaints; null while nobody is named, or when she has left. */
  complaints: PersonId | null;
  /** E.164 */
  emergency: string | null;
  /** Whom one may name. */
  members: MemberRow[];
}

/** Who answers for a business, with those who could. */
export async function readContacts(db: ReadDb | Tx, merchantId: MerchantId): Promise<Contacts> {
  const members = await readMembers(db, { scopeKind: 'merchant', scopeId: merchantId });
  const rows = await db
    .selectFrom('merchant_contact')
    .select(['kind', 'person_id', 'phone'])
    .where('merchant_id', '=', merchantId)
    .execute();
  const named = rows.find(({ kind }) => kind === 'complaints')?.person_id ?? null;
  return {
    complaints: members.some(({ personId }) => personId === named) ? named : null,
    emergency: rows.find(({ kind }) => kind === 'emergency')?.phone ?? null,
    members,
  };
}
