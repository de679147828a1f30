import type { ReadDb } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import { TIPS, type Tip } from './tips';

export interface ShownTip extends Tip {
  /** Businesses that ever opened it; one that opened it on ten days is one. */
  businesses: number;
  /** This business has opened it. */
  isOpened: boolean;
}

/** These tips with how many businesses opened each, in the order of the course. */
export async function readTips(
  db: ReadDb,
  { merchantId, tips = TIPS }: { merchantId: MerchantId; tips?: readonly Tip[] },
): Promise<ShownTip[]> {
  const slugs = tips.map(({ slug }) => slug);
  const rows = await db
    .selectFrom('training_tip_view')
    .select(({ fn, eb }) => [
      'tip',
      fn.count<number>('merchant_id').distinct().as('businesses'),
      fn.max(eb.case().when('merchant_id', '=', merchantId).then(1).else(0).end()).as('own'),
    ])
    .where('tip', 'in', slugs)
    .groupBy('tip')
    .execute();
  const found = new Map(rows.map((row) => [row.tip, row]));
  return tips.map((tip) => ({
    ...tip,
    businesses: Number(found.get(tip.slug)?.businesses ?? 0),
    isOpened: Number(found.get(tip.slug)?.own ?? 0) === 1,
  }));
}
