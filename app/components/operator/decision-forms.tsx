import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import { SelectField } from '~/components/ui/select-field';
import { TextArea } from '~/components/ui/text-area';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';

export interface DecisionFormsProps {
  /** Where "pass" posts; "send back" posts to the page itself. */
  passAction: string;
  /** The revision on the screen; a decision about another is refused. */
  revision?: number;
  reasons: readonly { value: string; label: string }[];
  words: { pass: string; passHelp: string; giveBack: string; giveBackHelp: string; fixHint: string };
  failed?: { errors: FieldErrors; typed: Record<string, string> };
}

/** The two ways to decide: pass, or send back with a reason and what to mend. */
export function DecisionForms({ passAction, revision, reasons, words, failed }: DecisionFormsProps) {
  const { section } = useWords().review;
  const seen = revision === undefined ? null : <input type="hidden" name="revision" value={revision} />;
  return (
    <div className="review-decide">
      <Card>
        <form method="post" action={passAction} className="form">
          {seen}
          <p>{words.passHelp}</p>
          <Button variant="primary" wide data-key="l">
            {words.pass}
          </Button>
        </form>
      </Card>
      <Card>
        <Form errors={failed?.errors} typed={failed?.typed}>
          {seen}
          <p>{words.giveBackHelp}</p>
          <div data-key="k">
            <SelectField name="reason" label={section.reason} empty={section.reasonChoose} options={reasons} />
          </div>
          <TextArea name="fix" label={section.fix} hint={words.fixHint} rows={3} maxLength={300} />
          <Button variant="danger" wide>
            {words.giveBack}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
