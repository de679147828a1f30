import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { TextField } from '~/components/ui/text-field';
import { answersFor, DOCUMENTS_WITH_END, DOCUMENTS_WITH_NUMBER, type DocumentKind } from '~/domain/merchants/merchants';
import { useLanguage, useWords } from '~/i18n';
import { type FieldErrors, fieldErrorText } from '~/i18n/field-errors';

export interface DocumentFormProps {
  kind: DocumentKind;
  declared: { answer: string; validUntil: string | null } | null;
  number: string | null;
  /** What is odd about the number kept. */
  warnings: readonly ({ code: string } & Record<string, string | number>)[];
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
}

/** One paper: have it, in process, not yet, not needed. Number and date may stay empty; below, how to get it. */
export function DocumentForm({ kind, declared, number, warnings, failed }: DocumentFormProps) {
  const { merchants } = useWords();
  const words = merchants.documents;
  const language = useLanguage();
  return (
    <div className="stack">
      {failed?.refusal ? (
        <Notice tone="problem" alert>
          {failed.refusal.text}
        </Notice>
      ) : null}
      {warnings.length > 0 && !failed ? (
        <Notice tone="attention" title={words.checkTitle}>
          {warnings.map(({ code, ...data }) => (
            <p key={code}>{fieldErrorText({ code, data }, language)}</p>
          ))}
        </Notice>
      ) : null}
      <Form errors={failed?.errors} typed={failed?.typed}>
        <ChoiceField
          name="answer"
          label={words.question(merchants.documentKinds[kind] ?? kind)}
          value={declared?.answer}
          choices={answersFor(kind).map((value) => ({ value, label: words.answers[value] }))}
        />
        {DOCUMENTS_WITH_NUMBER.has(kind) ? (
          <TextField
            name="number"
            label={words.number}
            hint={`${words.numberHint[kind]}. ${words.numberSafe}`}
            value={number}
            autoComplete="off"
            optional
          />
        ) : null}
        {DOCUMENTS_WITH_END.has(kind) ? (
          <TextField
            name="validUntil"
            label={words.validUntil}
            hint={words.validUntilHint}
            type="date"
            value={declared?.validUntil}
            optional
          />
        ) : null}
        <Button variant="primary" wide>
          {words.save}
        </Button>
      </Form>
      <Card title={words.howTitle}>
        <p>{words.how[kind]}</p>
      </Card>
    </div>
  );
}
