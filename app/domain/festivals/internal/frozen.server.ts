import type { ReadDb, Tx } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { isFestivalEditable, readFestivalState } from '../festival';
import type { FestivalRow } from './festival-row.server';

/** What stands still of a festival, part by part: the verb that changes a part and the page that shows it ask here. */

type Standing = Pick<FestivalRow, 'id' | 'state' | 'published_at'>;

export type EndedRefusal = { code: 'festival_ended' };
export type AnnouncedRefusal = EndedRefusal | { code: 'line_up_announced' };
export type PlanFrozenRefusal = AnnouncedRefusal | { code: 'plan_in_use'; placed: number };
export type QuestionsFrozenRefusal = EndedRefusal | { code: 'questions_frozen'; why: 'answered' | 'call_closed' };
export type TrainingRuleFrozenRefusal = EndedRefusal | { code: 'training_rule_frozen' };

export function whyEnded({ state }: Standing): EndedRefusal | null {
  return isFestivalEditable(readFestivalState(state)) ? null : { code: 'festival_ended' };
}

export function whyAnnounced(festival: Standing): AnnouncedRefusal | null {
  return whyEnded(festival) ?? (festival.published_at === null ? null : { code: 'line_up_announced' });
}

export async function whyPlanFrozen(db: ReadDb | Tx, festival: Standing): Promise<PlanFrozenRefusal | null> {
  const announced = whyAnnounced(festival);
  if (announced) return announced;
  const { count } = await db
    .selectFrom('festival_decision')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('festival_id', '=', festival.id)
    .where('booth_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count) > 0 ? { code: 'plan_in_use', placed: Number(count) } : null;
}

/** Questions freeze with the first answer, so that nobody is asked twice, and with the end of the call. */
export async function whyQuestionsFrozen(db: ReadDb | Tx, festival: Standing): Promise<QuestionsFrozenRefusal | null> {
  const ended = whyEnded(festival);
  if (ended) return ended;
  if (await hasAnswers(db, festival.id)) return { code: 'questions_frozen', why: 'answered' };
  const isAsking = festival.state === 'draft' || festival.state === 'open';
  return isAsking ? null : { code: 'questions_frozen', why: 'call_closed' };
}

/** The training rule freezes when the call opens: merchants apply under the rule they read (decision 0201). */
export function whyTrainingRuleFrozen(festival: Standing): TrainingRuleFrozenRefusal | null {
  return whyEnded(festival) ?? (festival.state === 'draft' ? null : { code: 'training_rule_frozen' });
}

async function hasAnswers(db: ReadDb | Tx, festivalId: FestivalId): Promise<boolean> {
  const answered = await db
    .selectFrom('festival_answer')
    .innerJoin('festival_application', 'festival_application.id', 'festival_answer.application_id')
    .select('festival_answer.question_id')
    .where('festival_application.festival_id', '=', festivalId)
    .limit(1)
    .executeTakeFirst();
  return answered !== undefined;
}
