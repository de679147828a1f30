import type { Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { readClaimCode } from './claim-code';
import { claimMerchant } from './claim-merchant.server';
import { claimHmac } from './issue-claim.server';

export type RedeemClaimRefusal = { code: 'claim_unknown' } | { code: 'claim_redeemed' } | { code: 'claim_revoked' };

/**
 * Takes an imported business over with the code from her paper. Check and write are one statement, so of many who
 * hold the same sheet one wins; the winner may tap twice.
 */
export async function redeemClaim(
  tx: Tx,
  { typed, personId, secrets, now }: { typed: string; personId: PersonId; secrets: Secrets; now: number },
): Promise<Result<{ merchantId: MerchantId }, RedeemClaimRefusal>> {
  const claimCode = readClaimCode(typed);
  if (claimCode === null) return refuse({ code: 'claim_unknown' });
  const codeHmac = claimHmac(secrets, claimCode);
  const taken = await tx
    .updateTable('merchant_claim')
    .set({ redeemed_at: now, redeemed_by: personId })
    .where('code_hmac', '=', codeHmac)
    .where('redeemed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const claim = await tx.selectFrom('merchant_claim').selectAll().where('code_hmac', '=', codeHmac).executeTakeFirst();
  if (!claim) return refuse({ code: 'claim_unknown' });
  if (taken.numUpdatedRows === 0n) {
    if (claim.redeemed_by === personId) return accept({ merchantId: claim.merchant_id });
    return refuse({ code: claim.revoked_at === null ? 'claim_redeemed' : 'claim_revoked' });
  }
  const claimed = await claimMerchant(tx, { merchantId: claim.merchant_id, personId, now });
  return claimed.ok ? accept({ merchantId: claim.merchant_id }) : refuse({ code: 'claim_redeemed' });
}
