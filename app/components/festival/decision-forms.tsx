import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import { TextArea } from '~/components/ui/text-area';
import type { FestivalState } from '~/domain/festivals/festival';
import type { Applicant } from '~/domain/festivals/read-applicants.server';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';

export interface DecisionFormsProps {
  applicant: Applicant;
  state: FestivalState;
  /** Address of the festival. */
  base: string;
  errors?: FieldErrors;
  typed?: Record<string, string>;
  /** What was typed into the form that asks for a change, kept of a session that had ended. */
  keptReturn?: Record<string, string>;
}

/** Choose a booth, put on reserve, say no with a reason, or ask for a change. */
export function DecisionForms({ applicant, state, base, errors, typed, keptReturn }: DecisionFormsProps) {
  const { applicant: words } = useWords().festivals;
  const { decision, applicationId } = applicant;
  const returnable =
    (state === 'open' || state === 'curating') && (applicant.state === 'submitted' || applicant.state === 'complete');
  return (
    <div className="stack">
      <Card title={words.decide}>
        {state === 'curating' ? (
          <div className="stack">
            <p>{words.decideHelp}</p>
            {applicant.missing.length === 0 ? <YesForms applicant={applicant} base={base} /> : null}
            <Form errors={errors} typed={typed} summary={false}>
              <input type="hidden" name="outcome" value="not_chosen" />
              <TextArea
                name="reason"
                label={words.reason}
                hint={words.reasonHint}
                rows={2}
                maxLength={300}
                value={decision?.reason}
              />
              <Button icon="cross">{words.notChosen}</Button>
            </Form>
            {decision ? (
              <form method="post">
                <input type="hidden" name="outcome" value="undecided" />
                <Button variant="quiet">{words.clear}</Button>
              </form>
            ) : null}
          </div>
        ) : (
          <p>{state === 'draft' || state === 'open' ? words.notCurating : words.announced}</p>
        )}
      </Card>
      {returnable ? (
        <Card title={words.return}>
          <Form action={`${base}/pendaftar/${applicationId}/kembalikan`} typed={keptReturn} summary={false}>
            <TextArea name="why" label={words.returnWhy} hint={words.returnHint} rows={2} maxLength={300} />
            <Button>{words.return}</Button>
          </Form>
        </Card>
      ) : null}
    </div>
  );
}

function YesForms({ applicant, base }: { applicant: Applicant; base: string }) {
  const { applicant: words } = useWords().festivals;
  return (
    <div className="ways">
      <ButtonLink href={`${base}/susun?usaha=${applicant.applicationId}#papan`} variant="primary" icon="map">
        {words.toBooth}
      </ButtonLink>
      {applicant.decision?.outcome === 'reserve' ? null : (
        <form method="post">
          <input type="hidden" name="outcome" value="reserve" />
          <Button>{words.toReserve}</Button>
        </form>
      )}
    </div>
  );
}
