import { readFirstDishes } from '~/domain/menus/read-first-dishes.server';
import { type DocumentStanding, documentsValidOn } from '~/domain/merchants/read-documents.server';
import { readMerchants } from '~/domain/merchants/read-merchant.server';
import { readProgressOf } from '~/domain/training/read-progress.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId, MerchantId } from '~/shared/ids';
import type { Candidate } from '../caps';

/** What a festival asks of a merchant's own data; the same for one applicant and for 222. */
export interface MerchantFacts extends Candidate {
  merchantId: MerchantId;
  slug: string;
  stallName: string;
  ownerName: string | null;
  phone: string | null;
  state: string;
  /** Dishes with a price. */
  dishCount: number;
  /** Each paper she spoke of, judged over the festival's days. */
  documents: ReadonlyMap<string, DocumentStanding>;
  /** Lessons finished now; 0 where this festival counts none, since nobody looked. */
  lessons: number;
}

export interface WhoseFacts {
  festivalId: FestivalId;
  firstDay: string;
  lastDay: string;
  /** Only these; else everybody with an application at this festival. */
  merchantIds?: readonly MerchantId[];
  /** Where lessons count: the moment they are looked at. Null: nobody looks. */
  lessonsAt: number | null;
}

/** Facts by merchant, in four statements however many there are, and a dozen more where lessons count. */
export async function readMerchantFacts(db: ReadDb | Tx, whose: WhoseFacts): Promise<Map<string, MerchantFacts>> {
  const merchantIds = whose.merchantIds ?? (await readApplicants(db, whose.festivalId));
  if (merchantIds.length === 0) return new Map();
  const merchants = await readMerchants(db, merchantIds);
  const dishes = await readFirstDishes(db, merchantIds);
  const progress = whose.lessonsAt === null ? null : await readProgressOf(db, { merchantIds, now: whose.lessonsAt });
  const documents = await documentsValidOn(db, merchantIds, { from: whose.firstDay, to: whose.lastDay });
  return new Map(
    merchants.map((merchant) => {
      const { id: merchantId, slug, stallName, ownerName, phone, category, regionCode, state } = merchant;
      const papers = documents.get(merchantId) ?? new Map();
      const facts: MerchantFacts = {
        ...{ merchantId, slug, stallName, ownerName, phone, category, regionCode, state },
        dish: dishes.get(merchantId)?.name ?? null,
        dishCount: dishes.get(merchantId)?.count ?? 0,
        halal: papers.get('halal') === 'valid' ? 'yes' : 'no',
        documents: papers,
        lessons: progress?.get(merchantId)?.filter(({ complete }) => complete).length ?? 0,
      };
      return [merchantId, facts];
    }),
  );
}

async function readApplicants(db: ReadDb | Tx, festivalId: FestivalId): Promise<MerchantId[]> {
  const rows = await db
    .selectFrom('festival_application')
    .select('merchant_id')
    .where('festival_id', '=', festivalId)
    .execute();
  return rows.map(({ merchant_id }) => merchant_id);
}
