import type { Tx } from '~/platform/app-context';
import type { DataSubject } from '~/shared/personal-data';
import { tellStall } from './internal/tell-stall.server';

/** The stalls of her businesses lose their addresses, which say their names, and the words by which they are found. */
export async function eraseFromStalls(tx: Tx, { merchantIds }: DataSubject, now: number): Promise<void> {
  if (merchantIds.length === 0) return;
  const stalls = await tx
    .selectFrom('stall_setup')
    .select(['festival_id', 'participation_id'])
    .where('merchant_id', 'in', merchantIds)
    .orderBy('participation_id')
    .execute();
  for (const { festival_id, participation_id } of stalls) {
    await tx
      .updateTable('stall_setup')
      .set({ slug: participation_id.replace('_', '-') })
      .where('festival_id', '=', festival_id)
      .where('participation_id', '=', participation_id)
      .execute();
    await tx
      .deleteFrom('stall_search_word')
      .where('festival_id', '=', festival_id)
      .where('listing_number', 'in', (query) =>
        query
          .selectFrom('stall_listing')
          .select('number')
          .where('festival_id', '=', festival_id)
          .where('participation_id', '=', participation_id),
      )
      .execute();
  }
  for (const stall of stalls) {
    await tellStall(tx, { festivalId: stall.festival_id, participationId: stall.participation_id }, now);
  }
}
