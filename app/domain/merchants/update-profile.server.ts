import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FileId, MerchantId, PersonId } from '~/shared/ids';
import { regionOf } from '~/shared/regions';
import { accept, type Result, refuse } from '~/shared/result';
import { announceMerchantChange } from './internal/announce-change.server';
import { handInChanged } from './internal/hand-in-sections.server';
import { type Kbli, readKbli } from './kbli';
import type { MerchantCategory, QrisCriterion } from './merchants';
import { noteTyped } from './note-typed.server';
import { readMerchant } from './read-merchant.server';

export type UpdateProfileRefusal =
  | { code: 'region_unknown'; typed: string }
  | { code: 'kbli_unknown'; edition: string; number: string }
  | { code: 'merchant_closed' };

/** Only what is given changes. Amounts in whole rupiah. */
export interface ProfileChanges {
  stallName?: string;
  ownerName?: string;
  phone?: string | null;
  regionCode?: string;
  district?: string | null;
  address?: string | null;
  category?: MerchantCategory;
  story?: string | null;
  photoFileId?: FileId | null;
  kbli?: Kbli | null;
  womanOwned?: 'yes' | 'no' | null;
  capital?: number | null;
  yearlySales?: number | null;
  qrisCriterion?: QrisCriterion | null;
}

/** Changes a merchant's profile; her address stays what it was, since it may be printed on a sign. */
export async function updateProfile(
  tx: Tx,
  { merchantId, changes, by, now }: { merchantId: MerchantId; changes: ProfileChanges; by: PersonId; now: number },
): Promise<Result<undefined, UpdateProfileRefusal>> {
  const { regionCode, kbli } = changes;
  if (regionCode !== undefined && !regionOf(regionCode)) return refuse({ code: 'region_unknown', typed: regionCode });
  if (kbli && !readKbli(`${kbli.edition}:${kbli.code}`)) {
    return refuse({ code: 'kbli_unknown', edition: kbli.edition, number: kbli.code });
  }
  const before = await readMerchant(tx, merchantId);
  const written = await tx
    .updateTable('merchant_profile')
    .set({ ...columnsOf(changes), updated_at: now })
    .where('id', '=', merchantId)
    .where('state', '!=', 'closed')
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return refuse({ code: 'merchant_closed' });
  const typed = Object.entries(changes).filter(([, after]) => after !== undefined) as [keyof ProfileChanges, unknown][];
  const noted = typed.map(([field, after]) => ({ field, before: before?.[field] ?? null, after }));
  await noteTyped(tx, { merchantId, by, changes: noted, now });
  await recordAudit(tx, {
    actorId: by,
    action: 'merchant.profile_changed',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { fields: Object.keys(changes).join(' ') },
    now,
  });
  await handInChanged(tx, { merchantId, by, now });
  await announceMerchantChange(tx, { merchantId, now });
  return accept();
}

function columnsOf(changes: ProfileChanges) {
  const columns = {
    stall_name: changes.stallName,
    owner_name: changes.ownerName,
    phone: changes.phone,
    region_code: changes.regionCode,
    district: changes.district,
    address: changes.address,
    category: changes.category,
    story: changes.story,
    photo_file_id: changes.photoFileId,
    kbli_edition: changes.kbli === undefined ? undefined : (changes.kbli?.edition ?? null),
    kbli_code: changes.kbli === undefined ? undefined : (changes.kbli?.code ?? null),
    woman_owned: changes.womanOwned,
    capital: changes.capital,
    yearly_sales: changes.yearlySales,
    qris_criterion: changes.qrisCriterion,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<
    typeof columns
  >;
}
