import { Badge } from '~/components/ui/badge';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { HOUSE_ZONE } from '~/shared/time';

export interface ShownCheck {
  level: string;
  scopeId: string;
  outcome: string;
  note: string | null;
  at: number;
  byName: string | null;
  lapsed: boolean;
}

/** Who compared a paper, at which level, with what result; a check of what the paper was before says so. */
export function PaperChecks({ checks, empty }: { checks: readonly ShownCheck[]; empty: string }) {
  const { papers: words } = useWords();
  const language = useLanguage();
  if (checks.length === 0) return <p className="capital">{empty}</p>;
  return (
    <ul className="paper-list">
      {checks.map(({ level, scopeId, outcome, note, at, byName, lapsed }) => (
        <li key={`${level} ${scopeId}`} className="paper-row">
          <span className="paper-body">
            <span className="paper-name">{words.levels[level]}</span>
            <span className="soft">
              {words.checkedBy(byName ?? words.noName, formatDate(at, HOUSE_ZONE, 'medium', language))}
            </span>
            {note ? <span>{note}</span> : null}
          </span>
          {lapsed ? (
            <Badge tone="attention">{words.lapsed}</Badge>
          ) : (
            <Badge tone={outcome === 'fits' ? 'good' : 'problem'}>{words.outcomes[outcome]}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
