import type { ReadDb } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId, OrganisationId } from '~/shared/ids';
import { showClaimCode } from './claim-code';

/** One imported merchant for the organisation's printed sheets. */
export interface ClaimSheet {
  merchantId: MerchantId;
  stallName: string;
  ownerName: string | null;
  regionCode: string;
  /** `K7M2Q-9RTX4`, or null before one is issued or after it was used. */
  claimCode: string | null;
  claimedAt: number | null;
}

/** Merchants an organisation imported without a phone, by name, each with its live code. */
export async function readClaims(db: ReadDb, organisationId: OrganisationId, secrets: Secrets): Promise<ClaimSheet[]> {
  const rows = await db
    .selectFrom('merchant_profile as m')
    .leftJoin('merchant_claim as c', (join) =>
      join.onRef('c.merchant_id', '=', 'm.id').on('c.redeemed_at', 'is', null).on('c.revoked_at', 'is', null),
    )
    .select(['m.id', 'm.stall_name', 'm.owner_name', 'm.region_code', 'm.claimed_at', 'c.code_sealed'])
    .where('m.imported_by', '=', organisationId)
    .where('m.phone', 'is', null)
    .orderBy('m.stall_name')
    .orderBy('m.id')
    .execute();
  return rows.map((row) => ({
    merchantId: row.id,
    stallName: row.stall_name,
    ownerName: row.owner_name,
    regionCode: row.region_code,
    claimCode: row.code_sealed === null ? null : showClaimCode(secrets.open(row.code_sealed)),
    claimedAt: row.claimed_at,
  }));
}
