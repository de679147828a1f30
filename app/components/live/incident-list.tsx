import { Badge, type BadgeTone } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import type { IncidentSeverity } from '~/domain/festivals/incident';
import type { OpenIncident } from '~/domain/festivals/read-incidents.server';
import { useWords } from '~/i18n';
import { formatTime } from '~/i18n/format';

const TONES: Record<IncidentSeverity, BadgeTone> = { low: 'plain', serious: 'attention', danger: 'problem' };

interface IncidentListProps {
  incidents: readonly OpenIncident[];
  zone: string;
  base: string;
  mayRun: boolean;
}

/** What went wrong and is not over, the worst first. Nothing while all is well. */
export function IncidentList({ incidents, zone, base, mayRun }: IncidentListProps) {
  const { common, live } = useWords();
  const words = live.control;
  if (incidents.length === 0) return null;
  return (
    <section className="control-incidents">
      <h2>{words.incidents}</h2>
      <ul className="plain-list">
        {incidents.map(({ id, booth, kind, severity, text, at, byName }) => (
          <li key={id} className="control-incident">
            <div>
              <p className="row">
                <Badge tone={TONES[severity]} icon="alert">
                  {words.severities[severity]}
                </Badge>
                <strong>{words.kinds[kind]}</strong>
                <span>{booth === null ? words.elsewhere : common.booth(booth)}</span>
              </p>
              {text ? <p>{text}</p> : null}
              <p className="soft">{words.reportedBy(formatTime(at, zone), byName)}</p>
            </div>
            {mayRun ? (
              <form method="post" action={`${base}/kejadian/${id}/selesai`}>
                <Button icon="check">{words.close}</Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
