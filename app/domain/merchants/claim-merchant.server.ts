import { addMember } from '~/domain/identity/add-member.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';

export type ClaimMerchantRefusal = { code: 'merchant_claimed' };

/**
 * Makes a person the owner of an imported merchant that nobody has taken over yet; the caller has proof (a printed
 * code, or her phone). `phone` narrows it to a merchant imported with that very phone.
 */
export async function claimMerchant(
  tx: Tx,
  { merchantId, personId, phone, now }: { merchantId: MerchantId; personId: PersonId; phone?: string; now: number },
): Promise<Result<void, ClaimMerchantRefusal>> {
  let claim = tx
    .updateTable('merchant_profile')
    .set({ claimed_at: now, updated_at: now })
    .where('id', '=', merchantId)
    .where('claimed_at', 'is', null);
  if (phone !== undefined) claim = claim.where('phone', '=', phone);
  const claimed = await claim.executeTakeFirst();
  if (claimed.numUpdatedRows === 0n) return refuse({ code: 'merchant_claimed' });
  await addMember(tx, {
    personId,
    scopeKind: 'merchant',
    scopeId: merchantId,
    role: 'owner',
    createdBy: personId,
    now,
  });
  await recordAudit(tx, {
    actorId: personId,
    action: 'merchant.claimed',
    subjectKind: 'merchant',
    subjectId: merchantId,
    now,
  });
  return accept();
}
