import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import type { PrivacyRequest } from '~/domain/privacy/read-requests.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { RequestBadge } from './request-badge';

/** Her requests, newest first, each with its clock or its answer. */
export function RequestList({ requests, now }: { requests: readonly PrivacyRequest[]; now: number }) {
  const words = useWords().privacy.requests;
  return (
    <div className="stack" id="permintaan">
      <h2>{words.title}</h2>
      {requests.length === 0 ? <p>{words.empty}</p> : null}
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} now={now} />
      ))}
    </div>
  );
}

function RequestCard({ request, now }: { request: PrivacyRequest; now: number }) {
  const { privacy } = useWords();
  const words = privacy.requests;
  const language = useLanguage();
  const show = (at: number) => formatDateTime(at, HOUSE_ZONE, language);
  const { id, kind, state, wanted, field, refusal, answer } = request;
  const isOpen = request.endedAt === null;
  return (
    <Card level={3} title={privacy.kinds[kind]}>
      <div className="stack-tight">
        <p>
          <RequestBadge request={request} />
        </p>
        {field && wanted ? <p>{`${privacy.correction.fields[field]}: ${wanted}`}</p> : null}
        <p>{words.asked(show(request.askedAt))}</p>
        <p>{isOpen ? words.due(show(request.dueAt)) : words.ended(show(request.endedAt ?? 0))}</p>
        {refusal ? <p>{`${words.reason}: ${privacy.refusals[refusal]}`}</p> : null}
        {answer ? <p>{`${words.answer}: ${answer}`}</p> : null}
        {kind === 'export' && state === 'answered' ? (
          <Copy id={id} expiresAt={request.expiresAt ?? 0} now={now} />
        ) : null}
        {state === 'asked' || state === 'taken' ? (
          <form method="post" action={pathTo(`/privasi/permintaan/${id}/batal`, language)}>
            <Button variant="quiet">{words.cancel}</Button>
          </form>
        ) : null}
      </div>
    </Card>
  );
}

function Copy({ id, expiresAt, now }: { id: string; expiresAt: number; now: number }) {
  const words = useWords().privacy.requests;
  const language = useLanguage();
  if (expiresAt <= now) return <p>{words.gone}</p>;
  return (
    <>
      <p>{words.until(formatDateTime(expiresAt, HOUSE_ZONE, language))}</p>
      <ButtonLink variant="primary" icon="paper" href={pathTo(`/privasi/salinan/${id}`, language)}>
        {words.open}
      </ButtonLink>
    </>
  );
}
