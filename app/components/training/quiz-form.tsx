import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import type { Quiz } from '~/domain/training/training';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { LessonQuiz } from './lesson-quiz';

export interface QuizFormProps {
  quiz: Quiz;
  attempt: string;
  /** She has passed already, with an earlier attempt. */
  passed: boolean;
  failed?: { errors: FieldErrors; typed: Record<string, string> };
  /** On a page that a phone keeps for the time without internet. */
  offline?: boolean;
}

/** All questions on one page: it works offline in the hand and with one tap on a slow line. */
export function QuizForm({ quiz, attempt, passed, failed, offline }: QuizFormProps) {
  const { training } = useWords();
  const language = useLanguage();
  return (
    <section id="kuis" className="section" aria-labelledby="kuis-judul">
      <h2 id="kuis-judul">
        {training.quizTitle} {passed ? <Badge tone="good">{training.quizPassed}</Badge> : null}
      </h2>
      <p className="soft">{training.quizLead(quiz.rule.questions, quiz.rule.rightAtLeast)}</p>
      <LessonQuiz quiz={quiz} offline={offline}>
        <Form errors={failed?.errors} typed={failed?.typed}>
          <input type="hidden" name="attempt" value={failed?.typed.attempt ?? attempt} />
          {quiz.questions.map((question, i) => (
            <ChoiceField
              key={question.id}
              name={`q_${question.id}`}
              label={`${i + 1}. ${question.text[language]}`}
              choices={question.options.map((option) => ({ value: option.id, label: option.text[language] }))}
            />
          ))}
          <Button variant="primary" wide>
            {training.send}
          </Button>
        </Form>
      </LessonQuiz>
    </section>
  );
}
