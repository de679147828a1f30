import type { Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import { lockRows } from '~db/engine.server';
import { readLiveStalls } from './internal/live-stalls.server';
import { tellStalls } from './internal/tell-stall.server';
import { writeSearchWords } from './internal/write-search-words.server';

/**
 * Follows a change of a business into every stall of hers: her name goes into the search, and pages that left her out
 * while she was hidden show her again. Safe to run again.
 */
export async function refreshMerchant(
  tx: Tx,
  { merchantId, now }: { merchantId: MerchantId; now: number },
): Promise<void> {
  for (const { festivalId, participationId } of await readLiveStalls(tx, merchantId)) {
    await lockRows(tx.selectFrom('festival_edition').select('id').where('id', '=', festivalId)).execute();
    await writeSearchWords(tx, { festivalId, participationId, merchantId });
    await tellStalls(tx, { festivalId, participationIds: [participationId] }, now);
  }
}
