import { Badge } from '~/components/ui/badge';
import { useWords } from '~/i18n';
import { formatTime } from '~/i18n/format';
import type { StallView } from './views';

/** Whether a stall takes orders now, in one word; nothing where it simply is open. */
export function StandingBadge({
  stall: { standing, booth },
  zone,
}: {
  stall: Pick<StallView, 'standing' | 'booth'>;
  zone: string;
}) {
  const { stall, festival } = useWords().customer;
  if (standing.state === 'open') return null;
  if (standing.state === 'paused') {
    return (
      <Badge tone="attention" icon="pause">
        {stall.paused}
      </Badge>
    );
  }
  if (standing.state === 'silent') {
    return (
      <Badge tone="attention" icon="offline">
        {stall.silentShort(booth)}
      </Badge>
    );
  }
  if (standing.state === 'before_opening' && standing.opensAt !== null) {
    return <Badge icon="clock">{festival.opensAt(formatTime(standing.opensAt, zone))}</Badge>;
  }
  return (
    <Badge icon={standing.state === 'closed' ? 'lock' : 'clock'}>
      {standing.state === 'closed' ? stall.closed : stall.notYet}
    </Badge>
  );
}
