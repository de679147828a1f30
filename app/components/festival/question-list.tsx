import { Badge } from '~/components/ui/badge';
import type { Call } from '~/domain/festivals/read-call.server';
import { useWords } from '~/i18n';

/** The questions of a call as the organiser set them, to read. */
export function QuestionList({ questions }: { questions: Call['questions'] }) {
  const { call, questions: words } = useWords().festivals;
  if (questions.length === 0) return <p>{call.askedNothing}</p>;
  return (
    <ol className="rules">
      {questions.map(({ id, label, hint, kind, choices, required }) => (
        <li key={id}>
          {label} {required === 'yes' ? <Badge>{words.required}</Badge> : null}
          <p className="field-hint">{[words.kinds[kind], choices.join(', '), hint].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ol>
  );
}
