import { Badge, type BadgeTone } from '~/components/ui/badge';
import type { ApplicationState } from '~/domain/festivals/application';
import type { FestivalState } from '~/domain/festivals/festival';
import type { OfferOutcome } from '~/domain/festivals/offer';
import { useWords } from '~/i18n';

const FESTIVAL_TONES: Record<FestivalState, BadgeTone> = {
  draft: 'plain',
  open: 'good',
  curating: 'attention',
  published: 'info',
  running: 'good',
  postponed: 'attention',
  finished: 'plain',
  cancelled: 'problem',
};

/** The state of a festival, icon and word. */
export function FestivalBadge({ state }: { state: FestivalState }) {
  const { festivals } = useWords();
  return <Badge tone={FESTIVAL_TONES[state]}>{festivals.states[state]}</Badge>;
}

const APPLICATION_TONES: Record<ApplicationState, BadgeTone> = {
  draft: 'plain',
  submitted: 'info',
  complete: 'good',
  offered: 'attention',
  accepted: 'good',
  waitlisted: 'info',
  declined: 'plain',
  returned: 'attention',
  withdrawn: 'plain',
  expired: 'problem',
};

/** An application as its merchant reads it. */
export function ApplicationBadge({ state }: { state: ApplicationState }) {
  const { festivals } = useWords();
  return <Badge tone={APPLICATION_TONES[state]}>{festivals.own.states[state]}</Badge>;
}

const OFFER_TONES: Record<OfferOutcome, BadgeTone> = {
  open: 'attention',
  accepted: 'good',
  declined: 'plain',
  expired: 'problem',
  revoked: 'plain',
};

export function OfferBadge({ outcome }: { outcome: OfferOutcome }) {
  const { festivals } = useWords();
  return <Badge tone={OFFER_TONES[outcome]}>{festivals.offers.outcomes[outcome]}</Badge>;
}
