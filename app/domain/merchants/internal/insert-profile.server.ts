import { openMerchantAccounts } from '~/domain/wallet/open-merchant-accounts.server';
import type { Tx } from '~/platform/app-context';
import { slugOf } from '~/shared/fold-text';
import type { MerchantId, OrganisationId } from '~/shared/ids';
import type { MerchantCategory } from '../merchants';

interface NewProfile {
  merchantId: MerchantId;
  stallName: string;
  phone: string | null;
  regionCode: string;
  ownerName?: string | null;
  category?: MerchantCategory | null;
  district?: string | null;
  address?: string | null;
  story?: string | null;
  claimedAt: number | null;
  importedBy?: OrganisationId | null;
  importIdentity?: string | null;
  now: number;
}

/**
 * Inserts a profile with its sales and receivable accounts, under a free address: the name, else the name with the end of its id (two stalls may share a
 * name). A row with the same id, or the same identity inside one organisation, is found instead of made twice.
 */
export async function insertProfile(
  tx: Tx,
  profile: NewProfile,
): Promise<{ merchantId: MerchantId; slug: string; made: boolean }> {
  const base = slugOf(profile.stallName);
  // UUIDv7 keeps its randomness at the end, so ten letters of it do not meet again.
  for (const slug of [base, `${base}-${profile.merchantId.slice(-5)}`, `${base}-${profile.merchantId.slice(-10)}`]) {
    const written = await tx
      .insertInto('merchant_profile')
      .values(rowOf(profile, slug))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(written.numInsertedOrUpdatedRows ?? 0) > 0) {
      await openMerchantAccounts(tx, { merchantId: profile.merchantId, now: profile.now });
      return { merchantId: profile.merchantId, slug, made: true };
    }
    const before = await findBefore(tx, profile);
    if (before) return { merchantId: before.id, slug: before.slug, made: false };
  }
  throw new Error(`no free address for ${profile.merchantId}`);
}

async function findBefore(tx: Tx, profile: NewProfile) {
  const own = await tx
    .selectFrom('merchant_profile')
    .select(['id', 'slug'])
    .where('id', '=', profile.merchantId)
    .executeTakeFirst();
  if (own || !profile.importedBy || !profile.importIdentity) return own;
  return tx
    .selectFrom('merchant_profile')
    .select(['id', 'slug'])
    .where('imported_by', '=', profile.importedBy)
    .where('import_identity', '=', profile.importIdentity)
    .executeTakeFirst();
}

export function rowOf(profile: NewProfile, slug: string) {
  return {
    id: profile.merchantId,
    slug,
    stall_name: profile.stallName,
    owner_name: profile.ownerName ?? null,
    phone: profile.phone,
    region_code: profile.regionCode,
    district: profile.district ?? null,
    address: profile.address ?? null,
    category: profile.category ?? null,
    story: profile.story ?? null,
    photo_file_id: null,
    kbli_edition: null,
    kbli_code: null,
    woman_owned: null,
    capital: null,
    yearly_sales: null,
    qris_criterion: null,
    state: 'draft',
    submitted_at: null,
    claimed_at: profile.claimedAt,
    imported_by: profile.importedBy ?? null,
    import_identity: profile.importIdentity ?? null,
    created_at: profile.now,
    updated_at: profile.now,
  };
}
