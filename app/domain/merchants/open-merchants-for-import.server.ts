import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import { slugOf } from '~/shared/fold-text';
import type { MerchantId } from '~/shared/ids';
import { rowOf } from './internal/insert-profile.server';
import { type ImportedMerchant, openMerchantForImport } from './open-merchant-for-import.server';

const PROFILE = {
  id: 'text',
  slug: 'text',
  stall_name: 'text',
  owner_name: 'text',
  phone: 'text',
  region_code: 'text',
  district: 'text',
  address: 'text',
  category: 'text',
  story: 'text',
  state: 'text',
  imported_by: 'text',
  import_identity: 'text',
  created_at: 'integer',
  updated_at: 'integer',
} as const;

/**
 * The same as `openMerchantForImport` for many new merchants in two statements. Those whose plain address is taken, or
 * whose identity is there already, go through the single verb one by one. Regions must have been checked. Answers, in
 * the order given, which merchant each became and whether it was made.
 */
export async function openMerchantsForImport(
  tx: Tx,
  merchants: readonly ImportedMerchant[],
): Promise<{ merchantId: MerchantId; made: boolean }[]> {
  if (merchants.length === 0) return [];
  const rows = merchants.map(({ organisationId, ...given }) => {
    const {
      photo_file_id: _1,
      kbli_edition: _2,
      kbli_code: _3,
      woman_owned: _4,
      capital: _5,
      yearly_sales: _6,
      qris_criterion: _7,
      submitted_at: _8,
      claimed_at: _9,
      ...row
    } = rowOf({ ...given, importedBy: organisationId, claimedAt: null }, slugOf(given.stallName));
    return row;
  });
  await insertJsonRows(tx, 'merchant_profile', PROFILE, rows, { skipExisting: true });
  const ids = merchants.map((merchant) => merchant.merchantId);
  const written = await tx.selectFrom('merchant_profile').select('id').where('id', 'in', ids).execute();
  const made = new Set(written.map((row) => row.id));
  const answers: { merchantId: MerchantId; made: boolean }[] = [];
  for (const merchant of merchants) {
    if (made.has(merchant.merchantId)) {
      answers.push({ merchantId: merchant.merchantId, made: true });
      continue;
    }
    const opened = await openMerchantForImport(tx, merchant);
    if (!opened.ok) throw new Error(`a staged merchant was refused: ${opened.refusal.code}`);
    answers.push(opened.value);
  }
  return answers;
}
