import { ChoiceField } from '~/components/ui/choice-field';
import { FoldedFields } from '~/components/ui/folded-fields';
import { SelectField } from '~/components/ui/select-field';
import { TextArea } from '~/components/ui/text-area';
import { TextField } from '~/components/ui/text-field';
import { QUESTION_KINDS, QUESTIONS_MAX } from '~/domain/festivals/festival';
import { useWords } from '~/i18n';

interface Asked {
  kind: string;
  label: string;
  hint: string | null;
  choices: string[];
  required: string;
}

/** Six places for questions; the empty ones stay folded. */
export function QuestionFields({ questions }: { questions: readonly Asked[] }) {
  const { questions: words } = useWords().festivals;
  return (
    <>
      <p>{words.remove}</p>
      <div className="two-up">
        {Array.from({ length: QUESTIONS_MAX }, (_, index) => index + 1).map((n) => (
          <OneQuestion key={n} n={n} question={questions[n - 1]} isNext={n === questions.length + 1} />
        ))}
      </div>
    </>
  );
}

function OneQuestion({ n, question, isNext }: { n: number; question: Asked | undefined; isNext: boolean }) {
  const { questions: words } = useWords().festivals;
  return (
    <FoldedFields
      className="card question"
      summary={question ? `${words.number(n)}: ${question.label}` : words.number(n)}
      names={['label', 'hint', 'choices'].map((part) => `${part}${n}`)}
      open={question !== undefined || isNext}
    >
      <div className="stack">
        <TextField name={`label${n}`} label={words.label} value={question?.label} maxLength={160} optional />
        <TextField name={`hint${n}`} label={words.hint} value={question?.hint} maxLength={160} optional />
        <SelectField
          name={`kind${n}`}
          label={words.kind}
          value={question?.kind ?? 'text'}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] ?? kind }))}
        />
        <TextArea name={`choices${n}`} label={words.choices} value={question?.choices.join('\n')} rows={3} optional />
        <ChoiceField
          name={`required${n}`}
          label={words.answer}
          kind="checkbox"
          value={question?.required === 'yes' ? 'yes' : null}
          choices={[{ value: 'yes', label: words.required }]}
        />
      </div>
    </FoldedFields>
  );
}
