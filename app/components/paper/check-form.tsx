import { Refused } from '~/components/festival/refused';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { TextArea } from '~/components/ui/text-area';
import { TextField } from '~/components/ui/text-field';
import { CHECK_NOTE_MAX, CHECK_OUTCOMES } from '~/domain/merchants/paper';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';

export interface CheckFormProps {
  /** What is being looked at now; a paper that changed meanwhile is not checked by mistake. */
  revision: number;
  hasNumber: boolean;
  /** An organiser chooses how far her check goes. */
  levels?: readonly ('festival' | 'organiser')[] | undefined;
  failed?: { errors: FieldErrors; typed: Record<string, string>; refusal?: { text: string } | null } | undefined;
}

/** What somebody found who compared a paper with what its owner says. */
export function CheckForm({ revision, hasNumber, levels, failed }: CheckFormProps) {
  const { papers: words } = useWords();
  return (
    <Card title={words.check}>
      <p>{words.checkLead}</p>
      <Form errors={failed?.errors} typed={failed?.typed}>
        <input type="hidden" name="revision" value={revision} />
        <ChoiceField
          name="outcome"
          label={words.outcome}
          row
          choices={CHECK_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
        />
        {hasNumber ? (
          <TextField
            name="numberRead"
            label={words.numberRead}
            hint={words.numberReadHint}
            autoComplete="off"
            optional
          />
        ) : null}
        <TextArea name="note" label={words.note} hint={words.noteHint} maxLength={CHECK_NOTE_MAX} optional />
        {levels ? (
          <ChoiceField
            name="level"
            label={words.level}
            value={levels[0]}
            choices={levels.map((value) => ({ value, label: words.levelOf[value] }))}
          />
        ) : null}
        <Refused refusal={failed?.refusal} />
        <Button variant="primary" wide>
          {words.checkSave}
        </Button>
      </Form>
    </Card>
  );
}
