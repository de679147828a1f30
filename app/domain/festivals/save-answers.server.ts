import type { Tx } from '~/platform/app-context';
import type { ApplicationId, Id } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { ANSWER_LENGTH_MAX, type ApplicationState, EDITABLE_STATES } from './application';
import { type Question, readQuestions } from './internal/call-needs.server';

export interface AnswerOrder {
  applicationId: ApplicationId;
  questionId: Id<'qst'>;
  answer: string;
  now: number;
}

export type SaveAnswerRefusal =
  | { code: 'application_closed' }
  | { code: 'question_unknown' }
  | { code: 'answer_unfit'; questionId: string; want: 'number' | 'choice' | 'shorter' };

/** Keeps one answer of a draft or a returned application. An empty one takes it back. */
export async function saveAnswer(tx: Tx, { questionId, answer, ...order }: AnswerOrder) {
  return saveAnswers(tx, { ...order, answers: { [questionId]: answer } });
}

/** Keeps several answers; either all fit or none is kept. */
export async function saveAnswers(
  tx: Tx,
  { applicationId, answers, now }: { applicationId: ApplicationId; answers: Record<string, string>; now: number },
): Promise<Result<undefined, SaveAnswerRefusal>> {
  const application = await tx
    .selectFrom('festival_application')
    .select(['festival_id', 'state'])
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  if (!EDITABLE_STATES.includes(application.state as ApplicationState)) return refuse({ code: 'application_closed' });
  const questions = new Map<string, Question>(
    (await readQuestions(tx, application.festival_id)).map((one) => [one.id, one]),
  );
  for (const [questionId, answer] of Object.entries(answers)) {
    const question = questions.get(questionId);
    if (!question) return refuse({ code: 'question_unknown' });
    const want = unfit(question, answer);
    if (want) return refuse({ code: 'answer_unfit', questionId, want });
  }
  for (const [questionId, answer] of Object.entries(answers)) {
    const row = {
      application_id: applicationId,
      question_id: questionId as Id<'qst'>,
      answer: answer.trim(),
      saved_at: now,
    };
    await tx
      .insertInto('festival_answer')
      .values(row)
      .onConflict((oc) =>
        oc.columns(['application_id', 'question_id']).doUpdateSet({ answer: row.answer, saved_at: now }),
      )
      .execute();
  }
  return accept();
}

/** What the answer should have been; null when it fits or is empty (empty is missing, not wrong). */
export function unfit(
  question: Pick<Question, 'kind' | 'choices'>,
  answer: string,
): 'number' | 'choice' | 'shorter' | null {
  const text = answer.trim();
  if (text === '') return null;
  if (text.length > ANSWER_LENGTH_MAX) return 'shorter';
  if (question.kind === 'number') return /^\d{1,7}$/.test(text.replaceAll('.', '')) ? null : 'number';
  if (question.kind === 'yes_no') return text === 'yes' || text === 'no' ? null : 'choice';
  if (question.kind === 'choice') return question.choices.includes(text) ? null : 'choice';
  return null;
}
