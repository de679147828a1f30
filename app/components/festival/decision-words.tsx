import { Badge } from '~/components/ui/badge';
import type { ApplicantDecision } from '~/domain/festivals/read-applicants.server';
import { useWords } from '~/i18n';

/** What was decided about an applicant, for the organiser only. */
export function DecisionBadge({ decision }: { decision: ApplicantDecision | null }) {
  const { decisions } = useWords().festivals;
  if (!decision) return <Badge>{decisions.undecided}</Badge>;
  if (decision.outcome === 'reserve') return <Badge tone="info">{decisions.reserveAt(decision.rank ?? 0)}</Badge>;
  if (decision.outcome === 'not_chosen') return <Badge icon="cross">{decisions.not_chosen}</Badge>;
  if (decision.booth === null) return <Badge tone="attention">{decisions.chosenNoBooth}</Badge>;
  return <Badge tone="good">{decisions.chosenAt(decision.booth)}</Badge>;
}
