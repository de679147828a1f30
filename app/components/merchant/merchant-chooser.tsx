import { Badge } from '~/components/ui/badge';
import { BatikTile } from '~/components/ui/batik-tile';
import { Button, ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { regionName } from '~/shared/regions';

interface Row {
  id: string;
  stallName: string;
  regionCode: string;
  state: string;
  /** Only sells there: her way leads to the boards. */
  onlySells?: boolean;
}

export interface MerchantChooserProps {
  merchants: readonly Row[];
  /** Imported with this person's phone, not taken over yet. */
  unclaimed: readonly Row[];
  hasDraft: boolean;
}

/** The businesses of a person, those an office registered for her, and the way to one more. */
export function MerchantChooser({ merchants, unclaimed, hasDraft }: MerchantChooserProps) {
  const { merchants: catalogue, people } = useWords();
  const words = catalogue.chooser;
  const language = useLanguage();
  const start = pathTo('/daftar', language);
  return (
    <div className="stack">
      {unclaimed.map((row) => (
        <Notice key={row.id} tone="attention" title={`${row.stallName}, ${regionName(row.regionCode)}`}>
          <p>{words.waiting}</p>
          <form method="post" action={pathTo('/usaha/ambil', language)}>
            <input type="hidden" name="merchantId" value={row.id} />
            <Button variant="primary">{words.take}</Button>
          </form>
        </Notice>
      ))}
      {hasDraft ? (
        <Notice ways={<ButtonLink href={start}>{words.resume}</ButtonLink>}>{words.resumeText}</Notice>
      ) : null}
      <MerchantList rows={merchants} />
      {merchants.length === 0 && unclaimed.length === 0 && !hasDraft ? (
        <EmptyState
          text={words.empty}
          action={
            <ButtonLink variant="primary" href={start}>
              {words.start}
            </ButtonLink>
          }
        />
      ) : null}
      <ul className="plain-list">
        {merchants.length > 0 && !hasDraft ? (
          <li>
            <a href={start}>{words.another}</a>
          </li>
        ) : null}
        <li>
          <a href={pathTo('/klaim', language)}>{words.haveCode}</a>
        </li>
        <li>
          <a href={pathTo('/bantu', language)}>{people.helping.offer}</a>
        </li>
      </ul>
    </div>
  );
}

function MerchantList({ rows }: { rows: readonly Row[] }) {
  const { merchants } = useWords();
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <ul className="own-list">
      {rows.map((row) => (
        <li key={row.id} className="own-row">
          <span className="own-picture">
            <BatikTile seed={row.id} city={row.regionCode} />
          </span>
          <span className="own-body">
            <a
              className="cover-link own-name"
              href={pathTo(`/usaha/${row.id}${row.onlySells ? '/papan' : ''}`, language)}
            >
              {row.stallName}
            </a>
            <span className="soft">{regionName(row.regionCode)}</span>
          </span>
          <Badge tone={row.state === 'active' ? 'good' : 'plain'}>{merchants.states[row.state]}</Badge>
        </li>
      ))}
    </ul>
  );
}
