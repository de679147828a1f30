import type { Selectable } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { FileId, MerchantId, OrganisationId } from '~/shared/ids';
import type { MerchantProfileTable } from '~db/schema/merchants';
import { hasConsentFor } from './internal/consent.server';
import type { KbliEdition } from './kbli';
import type { MerchantCategory, MerchantState, QrisCriterion } from './merchants';
import { shownMerchant } from './shown-merchant.server';

/** A merchant as pages and neighbours see it. Amounts in whole rupiah, instants in epoch ms. */
export interface Merchant {
  id: MerchantId;
  slug: string;
  stallName: string;
  ownerName: string | null;
  phone: string | null;
  regionCode: string;
  district: string | null;
  address: string | null;
  category: MerchantCategory | null;
  story: string | null;
  photoFileId: FileId | null;
  kbli: { edition: KbliEdition; code: string } | null;
  womanOwned: 'yes' | 'no' | null;
  capital: number | null;
  yearlySales: number | null;
  qrisCriterion: QrisCriterion | null;
  state: MerchantState;
  submittedAt: number | null;
  claimedAt: number | null;
  importedBy: OrganisationId | null;
  createdAt: number;
}

type Reader = ReadDb | Tx;

/** One merchant, or null. */
export async function readMerchant(db: Reader, id: MerchantId): Promise<Merchant | null> {
  const row = await db.selectFrom('merchant_profile').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toMerchant(row) : null;
}

/** Several merchants, in no promised order; unknown ids are left out. */
export async function readMerchants(db: Reader, ids: readonly MerchantId[]): Promise<Merchant[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('merchant_profile')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(toMerchant);
}

/** Only the state; null for an unknown merchant. */
export async function readMerchantState(db: Reader, id: MerchantId): Promise<MerchantState | null> {
  const row = await db.selectFrom('merchant_profile').select('state').where('id', '=', id).executeTakeFirst();
  return (row?.state as MerchantState | undefined) ?? null;
}

/**
 * The merchant behind a public address. Null unless she may be seen: taken over by her owner, consent to
 * publish in force now, and neither suspended nor closed. Derived at every reading, so a withdrawal counts at once.
 */
export async function readPublicMerchant(db: Reader, slug: string): Promise<Merchant | null> {
  const row = await db
    .selectFrom('merchant_profile')
    .selectAll()
    .where('slug', '=', slug)
    .where(shownMerchant('merchant_profile'))
    .executeTakeFirst();
  return row ? toMerchant(row) : null;
}

/** Whether anybody may see the merchant's own page now. */
export async function isPublic(db: Reader, merchantId: MerchantId): Promise<boolean> {
  const shown = await db
    .selectFrom('merchant_profile')
    .select('id')
    .where('id', '=', merchantId)
    .where(shownMerchant('merchant_profile'))
    .executeTakeFirst();
  return shown !== undefined;
}

/** Whether an owner has agreed, and not withdrawn, that the business is shown. */
export function hasPublishConsent(db: Reader, merchantId: MerchantId): Promise<boolean> {
  return hasConsentFor(db, merchantId);
}

/** Imported merchants waiting for the owner of this phone: what signing in with it may take over. */
export async function readUnclaimedByPhone(db: Reader, phone: string): Promise<Merchant[]> {
  const rows = await db
    .selectFrom('merchant_profile')
    .selectAll()
    .where('phone', '=', phone)
    .where('claimed_at', 'is', null)
    .where('imported_by', 'is not', null)
    .where('state', '!=', 'closed')
    .orderBy('id')
    .execute();
  return rows.map(toMerchant);
}

function toMerchant(row: Selectable<MerchantProfileTable>): Merchant {
  return {
    id: row.id,
    slug: row.slug,
    stallName: row.stall_name,
    ownerName: row.owner_name,
    phone: row.phone,
    regionCode: row.region_code,
    district: row.district,
    address: row.address,
    category: row.category as MerchantCategory | null,
    story: row.story,
    photoFileId: row.photo_file_id,
    kbli: row.kbli_code && row.kbli_edition ? { edition: row.kbli_edition as KbliEdition, code: row.kbli_code } : null,
    womanOwned: row.woman_owned as 'yes' | 'no' | null,
    capital: row.capital,
    yearlySales: row.yearly_sales,
    qrisCriterion: row.qris_criterion as QrisCriterion | null,
    state: row.state as MerchantState,
    submittedAt: row.submitted_at,
    claimedAt: row.claimed_at,
    importedBy: row.imported_by,
    createdAt: row.created_at,
  };
}
