import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { readFestivalRow } from './internal/festival-row.server';
import {
  type PlanFrozenRefusal,
  type QuestionsFrozenRefusal,
  type TrainingRuleFrozenRefusal,
  whyAnnounced,
  whyEnded,
  whyPlanFrozen,
  whyQuestionsFrozen,
  whyTrainingRuleFrozen,
} from './internal/frozen.server';

export type FrozenRefusal = PlanFrozenRefusal | QuestionsFrozenRefusal | TrainingRuleFrozenRefusal;

const WHY = {
  dates: async (_db, festival) => whyEnded(festival),
  caps: async (_db, festival) => whyEnded(festival),
  papers: async (_db, festival) => whyAnnounced(festival),
  booths: whyPlanFrozen,
  questions: whyQuestionsFrozen,
  trainingRule: async (_db, festival) => whyTrainingRuleFrozen(festival),
} satisfies Record<
  string,
  (db: ReadDb, festival: Awaited<ReturnType<typeof readFestivalRow>>) => Promise<FrozenRefusal | null>
>;

/** Why a part of a festival would not be saved any more, as its verb would refuse it; null while it may change. */
export async function readFrozen(
  db: ReadDb,
  { festivalId, part }: { festivalId: FestivalId; part: keyof typeof WHY },
): Promise<FrozenRefusal | null> {
  return WHY[part](db, await readFestivalRow(db, festivalId));
}
