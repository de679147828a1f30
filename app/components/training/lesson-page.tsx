import { RefusalNotice } from '~/components/ui/refusal-notice';
import type { LessonBlock } from '~/domain/training/lesson-text';
import type { LessonSlug, Quiz } from '~/domain/training/training';
import type { FieldErrors } from '~/i18n/field-errors';
import { ActCard, type ActCardProps } from './act-card';
import { LessonBody } from './lesson-body';
import { QuizForm } from './quiz-form';
import { QuizResult, type QuizResultProps } from './quiz-result';

export interface LessonPageProps {
  merchant: { id: string };
  lesson: { slug: LessonSlug; blocks: readonly LessonBlock[]; quiz: Quiz };
  standing: { passed: boolean; act: ActCardProps['act'] };
  /** The attempt just finished, while its address says so. */
  result: QuizResultProps['attempt'] | null;
  /** Id of the next attempt, made by the server. */
  attempt: string;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
}

/** A lesson from top to bottom: text, quiz or its result, practice. */
export function LessonPage({ merchant, lesson, standing, result, attempt, failed }: LessonPageProps) {
  const path = `/belajar/${merchant.id}/${lesson.slug}`;
  return (
    <div className="stack">
      <LessonBody blocks={lesson.blocks} />
      <RefusalNotice refusal={failed?.refusal} />
      {result && !failed ? (
        <QuizResult quiz={lesson.quiz} attempt={result} path={path} />
      ) : (
        <QuizForm quiz={lesson.quiz} attempt={attempt} passed={standing.passed} failed={failed} />
      )}
      <ActCard merchantId={merchant.id} lesson={lesson.slug} act={standing.act} />
    </div>
  );
}
