import { readMembers } from '~/domain/identity/read-memberships.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';

export type SetContactsRefusal = { code: 'contact_not_member' };

/** Names who receives complaints, a live member of the business, and the number to ring in an emergency. */
export async function setContacts(
  tx: Tx,
  {
    merchantId,
    complaints,
    emergency,
    by,
    now,
  }: { merchantId: MerchantId; complaints: PersonId; emergency: E164; by: PersonId; now: number },
): Promise<Result<void, SetContactsRefusal>> {
  const members = await readMembers(tx, { scopeKind: 'merchant', scopeId: merchantId });
  if (!members.some(({ personId }) => personId === complaints)) return refuse({ code: 'contact_not_member' });
  const set = { set_by: by, set_at: now };
  const rows = [
    { kind: 'complaints', person_id: complaints, phone: null },
    { kind: 'emergency', person_id: null, phone: emergency },
  ];
  for (const { kind, ...contact } of rows) {
    await tx
      .insertInto('merchant_contact')
      .values({ merchant_id: merchantId, kind, ...contact, ...set })
      .onConflict((conflict) => conflict.columns(['merchant_id', 'kind']).doUpdateSet({ ...contact, ...set }))
      .execute();
  }
  await recordAudit(tx, {
    actorId: by,
    action: 'merchant.contacts',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { complaints },
    now,
  });
  return accept();
}
