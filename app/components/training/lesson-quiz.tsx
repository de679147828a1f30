import type { ReactNode } from 'react';
import { Button } from '~/components/ui/button';
import type { Quiz, QuizQuestion } from '~/domain/training/training';
import { useLanguage, useWords } from '~/i18n';

export interface LessonQuizProps {
  quiz: Quiz;
  /** On a page that is the same for everybody: there is no server to say what is missing. */
  offline?: boolean;
  /** The form. */
  children: ReactNode;
}

/** Around the form of a quiz: keeps its answers on the phone, and says how they were where the server cannot. */
export function LessonQuiz({ quiz, offline, children }: LessonQuizProps) {
  const { training, offlineCourse: words } = useWords();
  const { questions, rightAtLeast } = quiz.rule;
  return (
    <lesson-quiz
      data-lesson={quiz.lesson}
      data-version={quiz.version}
      data-offline={offline ? '' : undefined}
      data-needed={rightAtLeast}
      data-unanswered={words.unanswered}
      data-passed={words.passed('{benar}', questions)}
      data-failed={words.failed('{benar}', questions, rightAtLeast)}
    >
      <div className="notice notice-info" hidden role="status" data-quiz-said>
        <p />
      </div>
      {children}
      <div hidden data-quiz-feedback>
        <ol className="quiz-answers">
          {quiz.questions.map((question) => (
            <Judged key={question.id} question={question} />
          ))}
        </ol>
        <Button type="button" variant="primary" data-quiz-again="">
          {training.tryAgain}
        </Button>
      </div>
    </lesson-quiz>
  );
}

/** A question with what is to be said of each of its answers; the script shows the one that was given. */
function Judged({ question }: { question: QuizQuestion }) {
  const { training } = useWords();
  const language = useLanguage();
  const right = question.options.find((option) => option.right === 'yes')?.id;
  return (
    <li data-question={question.id} data-right={right}>
      <p>{question.text[language]}</p>
      {question.options.map(({ id, text, why, paragraph }) => (
        <div key={id} hidden data-choice={id}>
          <p>
            <strong>{id === right ? training.right : training.wrong}.</strong> {training.yourAnswer}: {text[language]}
          </p>
          {why ? (
            <p>
              {why[language]} <a href={`#${paragraph}`}>{training.readParagraph}</a>
            </p>
          ) : null}
        </div>
      ))}
    </li>
  );
}
