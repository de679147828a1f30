import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { NumberField } from '~/components/ui/number-field';
import { TextArea } from '~/components/ui/text-area';
import { TextField } from '~/components/ui/text-field';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import type { Own } from './application-view';

/** The organiser's questions, at most six. Two buttons: keep the draft, or send. */
export function ApplicationForm({
  own,
  base,
  errors,
  typed,
}: {
  own: Own;
  base: string;
  errors?: FieldErrors;
  typed?: Record<string, string>;
}) {
  const { application: words } = useWords().festivals;
  const { questions, application } = own;
  return (
    <Form action={base} errors={errors} typed={typed} className="card">
      <h2>{words.start}</h2>
      <p>{words.startLead(questions.length)}</p>
      {questions.map((question) => (
        <Answer key={question.id} question={question} />
      ))}
      <Button variant="primary" icon="send" wide formAction={`${base}/kirim`}>
        {application?.state === 'returned' ? words.sendAgain : words.send}
      </Button>
      <Button wide>{words.saveDraft}</Button>
    </Form>
  );
}

function Answer({ question }: { question: Own['questions'][number] }) {
  const { application: words } = useWords().festivals;
  const field = {
    name: question.id,
    label: question.label,
    hint: question.hint ?? undefined,
    optional: question.required !== 'yes',
    value: question.answer,
  };
  if (question.kind === 'long_text') return <TextArea {...field} maxLength={600} />;
  if (question.kind === 'number') return <NumberField {...field} />;
  if (question.kind === 'text') return <TextField {...field} maxLength={600} />;
  const choices =
    question.kind === 'yes_no'
      ? (['yes', 'no'] as const).map((value) => ({ value, label: words[value] }))
      : question.choices.map((choice) => ({ value: choice, label: choice }));
  return <ChoiceField {...field} choices={choices} row={question.kind === 'yes_no'} />;
}
