import { Badge, type BadgeTone } from '~/components/ui/badge';
import type { RequestState } from '~/domain/privacy/privacy';
import type { PrivacyRequest } from '~/domain/privacy/read-requests.server';
import { useWords } from '~/i18n';

const TONE_OF: Record<RequestState, BadgeTone> = {
  asked: 'attention',
  taken: 'info',
  erasing: 'info',
  answered: 'good',
  refused: 'problem',
  withdrawn: 'plain',
};

/** How a request stands. A copy waits for nobody; a restriction is in force or lifted. */
export function RequestBadge({ request }: { request: Pick<PrivacyRequest, 'kind' | 'state' | 'liftedAt'> }) {
  const { privacy } = useWords();
  const { kind, state, liftedAt } = request;
  if (kind === 'restriction') {
    return (
      <Badge tone={liftedAt === null ? 'info' : 'plain'}>
        {liftedAt === null ? privacy.inForce : privacy.liftedState}
      </Badge>
    );
  }
  const isMaking = kind === 'export' && state === 'asked';
  return <Badge tone={TONE_OF[state]}>{isMaking ? privacy.making : privacy.states[state]}</Badge>;
}
