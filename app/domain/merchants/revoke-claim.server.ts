import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, OrganisationId, PersonId } from '~/shared/ids';

/** Ends the live code of a merchant, for a lost sheet; a new one may be issued. Answers whether there was one. */
export async function revokeClaim(
  tx: Tx,
  {
    merchantId,
    organisationId,
    by,
    now,
  }: { merchantId: MerchantId; organisationId: OrganisationId; by: PersonId; now: number },
): Promise<boolean> {
  const revoked = await tx
    .updateTable('merchant_claim')
    .set({ revoked_at: now })
    .where('merchant_id', '=', merchantId)
    .where('organisation_id', '=', organisationId)
    .where('redeemed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (revoked.numUpdatedRows === 0n) return false;
  await recordAudit(tx, { actorId: by, action: 'claim.revoked', subjectKind: 'merchant', subjectId: merchantId, now });
  return true;
}
