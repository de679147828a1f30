import type { ReadDb } from '~/platform/app-context';
import type { FestivalId, ParticipationId } from '~/shared/ids';

export interface Offered {
  listing: number;
  participationId: ParticipationId;
  /** Whole rupiah, without options. */
  price: number;
  /** yes = an option must be chosen. */
  needsChoice: 'yes' | 'no';
}

/** What the stalls of a festival sell, as the demo's customers choose from it. */
export async function readOffered(db: ReadDb, festivalId: FestivalId): Promise<Offered[]> {
  const rows = await db
    .selectFrom('stall_listing as l')
    .leftJoin('menu_option_group as g', (join) => join.onRef('g.dish_id', '=', 'l.dish_id').on('g.choose_min', '>', 0))
    .select(['l.number as listing', 'l.participation_id as participationId', 'l.festival_price as price'])
    .select(({ fn }) => fn.count<number>('g.id').as('forced'))
    .where('l.festival_id', '=', festivalId)
    .where('l.withdrawn_at', 'is', null)
    .groupBy(['l.number', 'l.participation_id', 'l.festival_price'])
    .orderBy('l.number')
    .execute();
  return rows.map(({ forced, ...row }) => ({ ...row, needsChoice: Number(forced) > 0 ? 'yes' : 'no' }));
}
