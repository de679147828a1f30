import type { Selectable } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import type { TrainingEventTable } from '~db/schema/training';
import { judgeAct, type LessonAct, type ShopFacts } from './acts';
import { deriveProgress, type LessonProgress, type TrainingEvent } from './progress';
import { readQuiz } from './read-lesson.server';
import { readShopFacts } from './read-shop-facts.server';
import { LESSONS, type LessonSlug } from './training';

/** A lesson of a merchant: what she read and answered, and what her own shop says now. */
export interface LessonStanding extends LessonProgress {
  slug: LessonSlug;
  version: number;
  minutes: number;
  act: LessonAct;
  /** Quiz passed and act done; undone as soon as the act is. */
  complete: boolean;
}

/** All lessons of the course for one merchant, in order. */
export async function readProgress(
  db: ReadDb | Tx,
  { merchantId, now }: { merchantId: MerchantId; now: number },
): Promise<LessonStanding[]> {
  return (await readProgressOf(db, { merchantIds: [merchantId], now })).get(merchantId) ?? [];
}

/** All lessons of the course for each of these merchants: the same number of statements however many they are. */
export async function readProgressOf(
  db: ReadDb | Tx,
  { merchantIds, now }: { merchantIds: readonly MerchantId[]; now: number },
): Promise<Map<MerchantId, LessonStanding[]>> {
  const shops = await readShopFacts(db, { merchantIds, now });
  if (shops.size === 0) return new Map();
  const rows = await db
    .selectFrom('training_event')
    .selectAll()
    .where('merchant_id', 'in', [...shops.keys()])
    .execute();
  const events = new Map<MerchantId, TrainingEvent[]>();
  for (const row of rows) {
    const own = events.get(row.merchant_id) ?? [];
    own.push(toEvent(row));
    events.set(row.merchant_id, own);
  }
  return new Map([...shops].map(([id, shop]) => [id, standingsOf(events.get(id) ?? [], shop)]));
}

function standingsOf(events: readonly TrainingEvent[], shop: ShopFacts): LessonStanding[] {
  return LESSONS.map(({ slug, version, minutes }) => {
    const progress = deriveProgress(events, slug, readQuiz);
    const act = judgeAct(slug, shop);
    return { ...progress, slug, version, minutes, act, complete: progress.passed && act.done };
  });
}

/** One lesson of one merchant. */
export async function readLessonStanding(
  db: ReadDb | Tx,
  { merchantId, lesson, now }: { merchantId: MerchantId; lesson: LessonSlug; now: number },
): Promise<LessonStanding> {
  const standing = (await readProgress(db, { merchantId, now })).find(({ slug }) => slug === lesson);
  if (!standing) throw new Error(`no lesson ${lesson}`);
  return standing;
}

function toEvent(row: Selectable<TrainingEventTable>): TrainingEvent {
  const common = { id: row.id, lesson: row.lesson, lessonVersion: row.lesson_version, happenedAt: row.happened_at };
  return { ...common, kind: row.kind, ...JSON.parse(row.data) } as TrainingEvent;
}
