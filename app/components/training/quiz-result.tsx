import { Badge } from '~/components/ui/badge';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import type { Quiz, QuizQuestion } from '~/domain/training/training';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

export interface QuizResultProps {
  quiz: Quiz;
  attempt: {
    right: number;
    passed: boolean;
    rule: { questions: number; rightAtLeast: number };
    choices: Record<string, string>;
  };
  /** Indonesian address of the lesson. */
  path: string;
}

/** A finished attempt: how many were right, and for each wrong one why, with the way back to its paragraph. */
export function QuizResult({ quiz, attempt, path }: QuizResultProps) {
  const { training } = useWords();
  const language = useLanguage();
  const { right, rule, passed } = attempt;
  return (
    <section id="hasil-kuis" className="section" aria-labelledby="hasil-judul">
      <h2 id="hasil-judul">{training.quizTitle}</h2>
      <Notice tone={passed ? 'good' : 'attention'}>
        {passed
          ? training.resultPassed(right, rule.questions)
          : training.resultFailed(right, rule.questions, rule.rightAtLeast)}
      </Notice>
      <ol className="quiz-answers">
        {quiz.questions.map((question) => (
          <li key={question.id}>
            <Answered question={question} choice={attempt.choices[question.id]} />
          </li>
        ))}
      </ol>
      <ButtonLink variant={passed ? 'quiet' : 'primary'} href={pathTo(`${path}#kuis`, language)}>
        {training.tryAgain}
      </ButtonLink>
    </section>
  );
}

function Answered({ question, choice }: { question: QuizQuestion; choice: string | undefined }) {
  const { training } = useWords();
  const language = useLanguage();
  const given = question.options.find((option) => option.id === choice);
  const isRight = given?.right === 'yes';
  return (
    <>
      <p>{question.text[language]}</p>
      <p>
        <Badge tone={isRight ? 'good' : 'attention'} icon={isRight ? 'check' : 'alert'}>
          {isRight ? training.right : training.wrong}
        </Badge>{' '}
        {training.yourAnswer}: {given?.text[language]}
      </p>
      {!isRight && given?.why ? (
        <p>
          {given.why[language]} <a href={`#${given.paragraph}`}>{training.readParagraph}</a>
        </p>
      ) : null}
    </>
  );
}
