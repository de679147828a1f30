import type { Tx } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';

/** Phones at her stalls open nothing and lose their cashiers' names, help from and for her ends, her numbers' history goes. */
export async function eraseAccess(tx: Tx, { personId, merchantIds }: DataSubject, now: number): Promise<void> {
  await tx.deleteFrom('identity_phone_change').where('person_id', '=', personId).execute();
  await tx.deleteFrom('identity_helper_session').where('owner_id', '=', personId).execute();
  await tx
    .updateTable('identity_helper_session')
    .set({ revoked_at: now })
    .where('helper_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
  if (merchantIds.length === 0) return;
  const phones = await tx
    .deleteFrom('identity_stall_phone')
    .where('merchant_id', 'in', [...merchantIds])
    .returning('person_id')
    .execute();
  const cashiers = phones.map(({ person_id }) => person_id);
  if (cashiers.length === 0) return;
  await tx.deleteFrom('identity_session').where('person_id', 'in', cashiers).execute();
  await tx.updateTable('identity_person').set({ name: null }).where('id', 'in', cashiers).execute();
}
