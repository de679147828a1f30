import type { ReadDb, Tx } from '~/platform/app-context';
import { type FestivalId, type MerchantId, type ParticipationId, parseId } from '~/shared/ids';

export interface StallOwner {
  participationId: ParticipationId;
  festivalId: FestivalId;
  merchantId: MerchantId;
}

/** Whose stall an address names: what rights are asked of. Null where there is none. */
export async function readStallOwner(db: ReadDb | Tx, text: string | undefined): Promise<StallOwner | null> {
  const participationId = parseId('par', text);
  if (!participationId) return null;
  const row = await db
    .selectFrom('stall_setup')
    .select(['festival_id', 'merchant_id'])
    .where('participation_id', '=', participationId)
    .executeTakeFirst();
  return row ? { participationId, festivalId: row.festival_id, merchantId: row.merchant_id } : null;
}
