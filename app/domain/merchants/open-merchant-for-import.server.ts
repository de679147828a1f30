import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import type { MerchantId, OrganisationId } from '~/shared/ids';
import { regionOf } from '~/shared/regions';
import { accept, type Result, refuse } from '~/shared/result';
import { insertProfile } from './internal/insert-profile.server';
import type { MerchantCategory } from './merchants';

export type OpenForImportRefusal = { code: 'region_unknown'; typed: string };

export interface ImportedMerchant {
  merchantId: MerchantId;
  organisationId: OrganisationId;
  /** Who she is inside that organisation: phone, else folded name and city, else the file's own id. */
  importIdentity: string;
  stallName: string;
  /** E.164, or null: then a printed claim code finds her. */
  phone: string | null;
  regionCode: string;
  ownerName?: string | null;
  category?: MerchantCategory | null;
  district?: string | null;
  address?: string | null;
  story?: string | null;
  now: number;
}

/**
 * A merchant from an organisation's file: without owner, never public until claimed. The same identity of the same
 * organisation answers the merchant that already exists; while nobody has claimed her, the file may correct her.
 */
export async function openMerchantForImport(
  tx: Tx,
  { organisationId, ...given }: ImportedMerchant,
): Promise<Result<{ merchantId: MerchantId; made: boolean }, OpenForImportRefusal>> {
  if (!regionOf(given.regionCode)) return refuse({ code: 'region_unknown', typed: given.regionCode });
  const { merchantId, made } = await insertProfile(tx, { ...given, importedBy: organisationId, claimedAt: null });
  if (!made) {
    const corrected = await tx
      .updateTable('merchant_profile')
      .set({
        stall_name: given.stallName,
        phone: given.phone,
        region_code: given.regionCode,
        ...(given.ownerName ? { owner_name: given.ownerName } : {}),
        ...(given.category ? { category: given.category } : {}),
        ...(given.district ? { district: given.district } : {}),
        ...(given.address ? { address: given.address } : {}),
        ...(given.story ? { story: given.story } : {}),
        updated_at: given.now,
      })
      .where('id', '=', merchantId)
      .where('claimed_at', 'is', null)
      .executeTakeFirst();
    // She may stand in a line-up already.
    if (corrected.numUpdatedRows > 0n) await touchTopics(tx, [`merchant:${merchantId}`], given.now);
  }
  return accept({ merchantId, made });
}
