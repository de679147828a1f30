import type { Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import { type MerchantId, newId, type OrganisationId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { newClaimCode } from './claim-code';

export type IssueClaimRefusal = { code: 'merchant_claimed' } | { code: 'claim_not_yours' };

/**
 * The printed code with which an imported owner takes her business over. There is one live code a merchant: asking
 * again answers the same, so a sheet can be printed twice. Only the organisation that imported her may ask.
 */
export async function issueClaim(
  tx: Tx,
  options: {
    merchantId: MerchantId;
    organisationId: OrganisationId;
    issuedBy: PersonId;
    secrets: Secrets;
    now: number;
  },
): Promise<Result<{ claimCode: string }, IssueClaimRefusal>> {
  const { merchantId, organisationId, issuedBy, secrets, now } = options;
  const merchant = await tx
    .selectFrom('merchant_profile')
    .select(['claimed_at', 'imported_by'])
    .where('id', '=', merchantId)
    .executeTakeFirst();
  if (merchant?.imported_by !== organisationId) return refuse({ code: 'claim_not_yours' });
  if (merchant.claimed_at !== null) return refuse({ code: 'merchant_claimed' });
  const claimCode = newClaimCode();
  await tx
    .insertInto('merchant_claim')
    .values({
      id: newId('clm', now),
      merchant_id: merchantId,
      organisation_id: organisationId,
      code_hmac: claimHmac(secrets, claimCode),
      code_sealed: secrets.seal(claimCode),
      issued_at: now,
      issued_by: issuedBy,
      redeemed_at: null,
      redeemed_by: null,
      revoked_at: null,
    })
    // One live code a merchant is a unique index: a second printing finds the first.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const live = await tx
    .selectFrom('merchant_claim')
    .select('code_sealed')
    .where('merchant_id', '=', merchantId)
    .where('redeemed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return accept({ claimCode: secrets.open(live.code_sealed) });
}

/** Codes are looked up by their HMAC; the purpose keeps it apart from every other secret. */
export function claimHmac(secrets: Secrets, claimCode: string): string {
  return secrets.hmac(`claim:${claimCode}`);
}
