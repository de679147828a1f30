import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { QUESTIONS_MAX } from './festival';
import { lockFestival, touchFestival } from './internal/festival-row.server';
import { type QuestionsFrozenRefusal, whyQuestionsFrozen } from './internal/frozen.server';
import { writeQuestions } from './internal/write-call.server';
import type { NewQuestion } from './templates';

export type SetQuestionsRefusal = QuestionsFrozenRefusal | { code: 'too_many_questions'; most: number };

/** Replaces the questions of a call. */
export async function setQuestions(
  tx: Tx,
  {
    festivalId,
    questions,
    by,
    now,
  }: { festivalId: FestivalId; questions: readonly NewQuestion[]; by: PersonId; now: number },
): Promise<Result<undefined, SetQuestionsRefusal>> {
  if (questions.length > QUESTIONS_MAX) return refuse({ code: 'too_many_questions', most: QUESTIONS_MAX });
  const festival = await lockFestival(tx, festivalId);
  const frozen = await whyQuestionsFrozen(tx, festival);
  if (frozen) return refuse(frozen);
  await writeQuestions(tx, { festivalId, questions, now });
  await recordAudit(tx, {
    actorId: by,
    action: 'festival.questions',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { count: questions.length },
    now,
  });
  await touchFestival(tx, festivalId, now);
  return accept();
}
