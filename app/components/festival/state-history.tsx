import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';

interface Change {
  from: string;
  to: string;
  at: number;
  why: string | null;
  by: string | null;
  byName: string | null;
}

/** Every change of state: who, when, why. */
export function StateHistory({ changes, zone }: { changes: readonly Change[]; zone: string }) {
  const { festivals } = useWords();
  const language = useLanguage();
  if (changes.length === 0) return null;
  return (
    <details className="card">
      <summary>{festivals.page.history}</summary>
      <ol className="history">
        {changes.map((change) => (
          <li key={`${change.at} ${change.to}`}>
            <strong>
              {festivals.page.historyLine(festivals.states[change.from] ?? '', festivals.states[change.to] ?? '')}
            </strong>
            <br />
            {formatDateTime(change.at, zone, language)}
            {change.by === null ? ` · ${festivals.page.byWorker}` : change.byName ? ` · ${change.byName}` : ''}
            {change.why ? ` · ${change.why}` : ''}
          </li>
        ))}
      </ol>
    </details>
  );
}
