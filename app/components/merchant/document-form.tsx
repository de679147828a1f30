import { Button } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { FileField } from '~/components/ui/file-field';
import { Form } from '~/components/ui/form';
import { SelectField } from '~/components/ui/select-field';
import { TextField } from '~/components/ui/text-field';
import { KBLI_EDITIONS } from '~/domain/merchants/kbli';
import { answersFor, type DocumentKind } from '~/domain/merchants/merchants';
import { PAPER_PAGES_MAX, type PaperField } from '~/domain/merchants/paper';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';

export interface DocumentFormProps {
  kind: DocumentKind;
  declared: { answer: string; edition: string | null; issuedOn: string | null; validUntil: string | null } | null;
  number: string | null;
  /** What is asked of this kind, by the rule in force. */
  asks: readonly PaperField[];
  /** How many pages there is room for. */
  room: number;
  failed?: { errors: FieldErrors; typed: Record<string, string> };
}

/** One paper on one screen: the answer, what is printed on it, and a photo. Everything but the answer may stay empty. */
export function DocumentForm({ kind, declared, number, asks, room, failed }: DocumentFormProps) {
  const { merchants, papers: words } = useWords();
  return (
    <Form multipart errors={failed?.errors} typed={failed?.typed}>
      <ChoiceField
        name="answer"
        label={words.question(merchants.documentKinds[kind] ?? kind)}
        value={declared?.answer}
        row
        choices={answersFor(kind).map((value) => ({ value, label: merchants.documents.answers[value] }))}
      />
      {asks.includes('number') ? (
        <TextField
          name="number"
          label={words.number}
          hint={`${words.numberHint[kind]}. ${words.numberSafe}`}
          value={number}
          autoComplete="off"
          optional
        />
      ) : null}
      {asks.includes('edition') ? (
        <SelectField
          name="edition"
          label={words.edition}
          hint={words.editionHint}
          value={declared?.edition}
          empty={words.editionUnknown}
          options={KBLI_EDITIONS.map((year) => ({ value: year, label: words.editionOf(year) }))}
          optional
        />
      ) : null}
      {asks.includes('issued_on') ? (
        <TextField name="issuedOn" label={words.issuedOn} type="date" value={declared?.issuedOn} optional />
      ) : null}
      {asks.includes('valid_until') ? (
        <TextField
          name="validUntil"
          label={words.validUntil}
          hint={words.validUntilHint}
          type="date"
          value={declared?.validUntil}
          optional
        />
      ) : null}
      {room > 0 ? (
        <>
          <FileField name="camera" label={words.camera} accept="image/*" camera optional />
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint(PAPER_PAGES_MAX)}
            accept="image/jpeg,image/png,image/webp,application/pdf"
            multiple
            optional
          />
        </>
      ) : null}
      <Button variant="primary" wide>
        {words.save}
      </Button>
    </Form>
  );
}
