import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, MerchantId } from '~/shared/ids';
import { CAP_KINDS, type Cap, type CapKind } from '../caps';
import type { FestivalRow } from './festival-row.server';
import { readMerchantFacts } from './merchant-facts.server';

export async function readCaps(db: ReadDb | Tx, festivalId: FestivalId): Promise<Cap[]> {
  const rows = await db
    .selectFrom('festival_cap')
    .select(['kind', 'value', 'limit_number'])
    .where('festival_id', '=', festivalId)
    .execute();
  return rows
    .map(({ kind, value, limit_number }) => ({ kind: kind as CapKind, value, limit: limit_number }))
    .sort((a, b) => CAP_KINDS.indexOf(a.kind) - CAP_KINDS.indexOf(b.kind) || a.value.localeCompare(b.value));
}

/** Who holds a place now: an open offer that has not run out by deadline, or an accepted one. */
export async function readStanding(db: ReadDb | Tx, festivalId: FestivalId): Promise<MerchantId[]> {
  const rows = await db
    .selectFrom('festival_offer')
    .innerJoin('festival_application', 'festival_application.id', 'festival_offer.application_id')
    .select('festival_application.merchant_id')
    .where('festival_offer.festival_id', '=', festivalId)
    .where('festival_offer.outcome', 'in', ['open', 'accepted'])
    .execute();
  return rows.map(({ merchant_id }) => merchant_id);
}

/** The merchants in the eyes of the caps; those asked for, in their order. */
export async function readCandidates(db: ReadDb | Tx, festival: FestivalRow, merchantIds: readonly MerchantId[]) {
  if (merchantIds.length === 0) return [];
  const { id: festivalId, starts_on: firstDay, ends_on: lastDay } = festival;
  const facts = await readMerchantFacts(db, { festivalId, firstDay, lastDay, merchantIds, lessonsAt: null });
  return merchantIds.flatMap((merchantId) => facts.get(merchantId) ?? []);
}
