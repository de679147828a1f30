import type { ReadDb } from '~/platform/app-context';
import type { BoothId, FestivalId, MerchantId } from '~/shared/ids';
import { type Festival, readFestivalBySlug } from './read-festival.server';
import { readShownParticipations } from './read-participation.server';

export interface PlanBooth {
  id: BoothId;
  number: number;
  row: number;
  column: number;
  power: 'yes' | 'no';
  gas: 'yes' | 'no';
}

export interface LineUpStall {
  merchantId: MerchantId;
  booth: number;
  stallName: string;
  slug: string;
  category: string | null;
}

export interface LineUp {
  festival: Festival;
  booths: PlanBooth[];
  /** Only those who accepted, by booth. */
  stalls: LineUpStall[];
}

/** The public line-up: accepted merchants only. Null for an unknown address or a festival not announced yet. */
export async function readLineUp(db: ReadDb, { slug }: { slug: string }): Promise<LineUp | null> {
  const festival = await readFestivalBySlug(db, slug);
  if (!festival || festival.publishedAt === null) return null;
  const stalls = await readShownParticipations(db, festival.id);
  return {
    festival,
    booths: await readBooths(db, festival.id),
    stalls: stalls.map(({ merchantId, booth, stallName, slug: stall, category }) => ({
      merchantId,
      booth,
      stallName,
      slug: stall,
      category,
    })),
  };
}

/** The plan of a festival, by number. */
export async function readBooths(db: ReadDb, festivalId: FestivalId): Promise<PlanBooth[]> {
  const rows = await db
    .selectFrom('festival_booth')
    .select(['id', 'number', 'plan_row as row', 'plan_column as column', 'power', 'gas'])
    .where('festival_id', '=', festivalId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    ...row,
    power: row.power === 'yes' ? 'yes' : 'no',
    gas: row.gas === 'yes' ? 'yes' : 'no',
  }));
}
