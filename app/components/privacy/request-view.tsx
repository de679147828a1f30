import { OperatorPage } from '~/components/layout/operator-page';
import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { Notice } from '~/components/ui/notice';
import type { PrivacyRequest } from '~/domain/privacy/read-requests.server';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatDateTime, formatPhone } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import type { NamedHindrance } from '~/shared/personal-data';
import { HOUSE_ZONE } from '~/shared/time';
import { AnswerForms } from './answer-forms';
import { RequestBadge } from './request-badge';
import { TimeLeft } from './time-left';

export interface RequestViewProps {
  request: PrivacyRequest;
  person: { name: string | null; phone: string | null };
  /** Businesses that would go with her. */
  businesses: number;
  hindrances: readonly NamedHindrance[];
  moved: string | null;
  now: number;
  /** What came of sending one of the forms. */
  failed?: SentForms;
  /** The same of forms kept of a session that had ended. */
  kept: SentForms;
}

type SentForms = Partial<Record<'answer' | 'refuse', SentForm | null>>;
interface SentForm {
  refusal: { text: string } | null;
  errors: FieldErrors;
  typed: Record<string, string>;
}

/** One request as the officer works on it: who, what, how long, and the ways to end it. */
export function RequestView({ request, person, moved, now, failed, kept, ...rest }: RequestViewProps) {
  const { privacy } = useWords();
  const words = privacy.queue;
  const language = useLanguage();
  const sent = failed ?? kept;
  const told = moved ?? (sent.answer ?? sent.refuse)?.refusal?.text;
  return (
    <OperatorPage
      title={privacy.kinds[request.kind]}
      current="privacy"
      width="narrow"
      back={{ href: pathTo('/operator/privasi', language), label: words.back }}
    >
      <div className="stack">
        {told ? (
          <Notice tone="attention" alert>
            {told}
          </Notice>
        ) : null}
        <Card>
          <RequestFacts request={request} person={person} now={now} />
        </Card>
        {request.kind === 'export' && request.endedAt === null ? <Notice>{words.automatic}</Notice> : null}
        {request.state === 'asked' && request.kind !== 'export' ? (
          <form method="post" action={pathTo(`/operator/privasi/${request.id}/ambil`, language)}>
            <Button variant="primary" wide>
              {words.take}
            </Button>
          </form>
        ) : null}
        {request.state === 'taken' ? <AnswerForms request={request} sent={sent} {...rest} /> : null}
      </div>
    </OperatorPage>
  );
}

function RequestFacts({ request, person, now }: Pick<RequestViewProps, 'request' | 'person' | 'now'>) {
  const { privacy } = useWords();
  const words = privacy.queue;
  const language = useLanguage();
  const { field, wanted, refusal, answer, endedAt } = request;
  return (
    <DefinitionList
      items={[
        { term: words.who, value: person.name ?? (person.phone ? null : words.erased) },
        person.phone ? { term: privacy.phone, value: formatPhone(person.phone) } : null,
        { term: words.state, value: <RequestBadge request={request} /> },
        field ? { term: words.wanted, value: `${privacy.correction.fields[field]}: ${wanted ?? '—'}` } : null,
        endedAt === null
          ? { term: words.clock, value: <TimeLeft dueAt={request.dueAt} now={now} /> }
          : { term: privacy.states.answered, value: formatDateTime(endedAt, HOUSE_ZONE, language) },
        refusal ? { term: words.reason, value: privacy.refusals[refusal] } : null,
        answer ? { term: words.answer, value: answer } : null,
      ]}
    />
  );
}
