import { Badge } from '~/components/ui/badge';
import { useWords } from '~/i18n';
import { HOUR_MS, MINUTE_MS } from '~/shared/time';

const SOON = 12 * HOUR_MS;

/** Hours and minutes to a deadline, or by how much it has passed. */
export function TimeLeft({ dueAt, now }: { dueAt: number; now: number }) {
  const words = useWords().privacy.queue;
  const left = Math.abs(dueAt - now);
  const hours = Math.floor(left / HOUR_MS);
  const minutes = Math.floor((left % HOUR_MS) / MINUTE_MS);
  if (dueAt <= now) return <Badge tone="problem">{words.over(hours, minutes)}</Badge>;
  return <Badge tone={left < SOON ? 'attention' : 'info'}>{words.left(hours, minutes)}</Badge>;
}
