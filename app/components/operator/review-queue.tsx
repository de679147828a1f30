import { Badge } from '~/components/ui/badge';
import { EmptyState } from '~/components/ui/empty-state';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { regionName } from '~/shared/regions';
import { ageOf } from './age';
import { ReviewKeys } from './review-keys';

export interface WaitingRow {
  path: string;
  what: string;
  stallName: string;
  regionCode: string;
  since: number;
  isAgain: boolean;
}

/** Waiting for two days is long. */
const LONG_MS = 2 * 24 * 3_600_000;

/** What waits for a verifier, oldest first; each row is a link. */
export function ReviewQueue({ rows, now }: { rows: readonly WaitingRow[]; now: number }) {
  const { review } = useWords();
  const language = useLanguage();
  const { keys, queue } = review;
  if (rows.length === 0) return <EmptyState text={queue.empty} />;
  return (
    <ReviewKeys
      shortcuts={[
        { keys: ['J', '↓'], does: keys.next },
        { keys: ['K', '↑'], does: keys.before },
        { keys: ['Enter'], does: keys.open },
      ]}
    >
      <ol className="review-list" aria-label={queue.list}>
        {rows.map((row) => {
          const { count, unit } = ageOf(now - row.since);
          return (
            <li key={row.path}>
              <a className="review-row" href={pathTo(row.path, language)} data-row="">
                <span>
                  <strong>{row.stallName}</strong>
                  <span className="soft">{regionName(row.regionCode)}</span>
                </span>
                <span className="review-waits">
                  <Badge tone="info">{review.sections[row.what] ?? row.what}</Badge>
                  {row.isAgain ? <Badge>{row.what === 'payout' ? queue.change : queue.again}</Badge> : null}
                  <Badge tone={now - row.since >= LONG_MS ? 'attention' : 'plain'}>{review.age(count, unit)}</Badge>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </ReviewKeys>
  );
}
