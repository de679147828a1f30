import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import { TextArea } from '~/components/ui/text-area';
import { REFUSAL_REASONS } from '~/domain/privacy/privacy';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { HindranceList } from './hindrance-list';
import type { RequestViewProps } from './request-view';

type AnswerFormsProps = Pick<RequestViewProps, 'request' | 'businesses' | 'hindrances'> & {
  sent: RequestViewProps['kept'];
};

/** The ways to end a request that is taken: do what was asked, or refuse with a reason. */
export function AnswerForms({ request, businesses, hindrances, sent }: AnswerFormsProps) {
  const base = pathTo(`/operator/privasi/${request.id}`, useLanguage());
  return (
    <>
      {request.kind === 'erasure' ? (
        <EraseForm base={base} businesses={businesses} hindrances={hindrances} />
      ) : (
        <CorrectForm base={base} request={request} own={sent.answer} />
      )}
      <RefuseForm base={base} own={sent.refuse} />
    </>
  );
}

function EraseForm({
  base,
  businesses,
  hindrances,
}: { base: string } & Pick<AnswerFormsProps, 'businesses' | 'hindrances'>) {
  const words = useWords().privacy.queue;
  if (hindrances.length > 0) {
    return (
      <Notice tone="attention" title={words.hindered}>
        <HindranceList hindrances={hindrances} />
      </Notice>
    );
  }
  return (
    <Card title={words.eraseTitle}>
      <form method="post" action={`${base}/hapus`} className="stack-tight">
        <p>{words.eraseText(businesses)}</p>
        <Button variant="danger" wide>
          {words.eraseAct}
        </Button>
      </form>
    </Card>
  );
}

function CorrectForm({
  base,
  request,
  own,
}: { base: string; own: AnswerFormsProps['sent']['answer'] } & Pick<AnswerFormsProps, 'request'>) {
  const words = useWords().privacy.queue;
  const effect = {
    name: words.answerName,
    email: words.answerEmail,
    business: words.answerOther,
    other: words.answerOther,
  };
  return (
    <Card title={words.answerTitle}>
      <Form action={`${base}/jawab`} errors={own?.errors} typed={own?.typed} summary={false}>
        <p>{effect[request.field ?? 'other']}</p>
        <TextArea name="answer" id="f-jawab" label={words.answer} optional maxLength={1_000} rows={3} />
        <Button variant="primary" wide>
          {words.answerAct}
        </Button>
      </Form>
    </Card>
  );
}

function RefuseForm({ base, own }: { base: string; own: AnswerFormsProps['sent']['refuse'] }) {
  const { privacy } = useWords();
  const words = privacy.queue;
  return (
    <Card title={words.refuseTitle}>
      <Form action={`${base}/tolak`} errors={own?.errors} typed={own?.typed} summary={false}>
        <ChoiceField
          name="reason"
          label={words.reason}
          choices={REFUSAL_REASONS.map((reason) => ({ value: reason, label: privacy.refusals[reason] }))}
        />
        <TextArea name="answer" id="f-tolak" label={words.answer} optional maxLength={1_000} rows={3} />
        <Button variant="danger" wide>
          {words.refuseAct}
        </Button>
      </Form>
    </Card>
  );
}
