import type { Selectable } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';
import type { TrainingEventTable } from '~db/schema/training';
import { deriveProgress, type LessonProgress, type TrainingEvent } from './progress';
import { type LessonAct, readAct } from './read-act.server';
import { readQuiz } from './read-lesson.server';
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
export async function readProgress(db: ReadDb | Tx, merchantId: MerchantId): Promise<LessonStanding[]> {
  const rows = await db.selectFrom('training_event').selectAll().where('merchant_id', '=', merchantId).execute();
  const events = rows.map(toEvent);
  const standings: LessonStanding[] = [];
  for (const { slug, version, minutes } of LESSONS) {
    const progress = deriveProgress(events, slug, readQuiz);
    const act = await readAct(db, { merchantId, lesson: slug });
    standings.push({ ...progress, slug, version, minutes, act, complete: progress.passed && act.done });
  }
  return standings;
}

/** One lesson of one merchant. */
export async function readLessonStanding(
  db: ReadDb | Tx,
  { merchantId, lesson }: { merchantId: MerchantId; lesson: LessonSlug },
): Promise<LessonStanding> {
  const standing = (await readProgress(db, merchantId)).find(({ slug }) => slug === lesson);
  if (!standing) throw new Error(`no lesson ${lesson}`);
  return standing;
}

function toEvent(row: Selectable<TrainingEventTable>): TrainingEvent {
  const common = { id: row.id, lesson: row.lesson, lessonVersion: row.lesson_version, happenedAt: row.happened_at };
  return { ...common, kind: row.kind, ...JSON.parse(row.data) } as TrainingEvent;
}
