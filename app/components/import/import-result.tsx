import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatNumber } from '~/i18n/format';
import { FailedDownloads } from './failed-downloads';
import type { FoundProblems } from './import-check';
import { KindList } from './kind-list';
import { ProblemList } from './problem-list';

export interface ImportResultProps extends FoundProblems {
  summary: {
    rows: { applied: number; bad: number; good: number };
    merchants: { made: number; changed: number };
    dishes: { made: number; changed: number };
  };
  here: string;
  base: string;
}

/** What came of an import, and what is left to mend. */
export function ImportResult({ summary, here, base, problemRows, kinds, hasMore, after }: ImportResultProps) {
  const { result } = useWords().imports;
  const { rows, merchants, dishes } = summary;
  const language = useLanguage();
  const facts = [
    { term: result.merchantsMade, value: formatNumber(merchants.made, language) },
    { term: result.merchantsChanged, value: formatNumber(merchants.changed, language) },
    { term: result.dishesMade, value: formatNumber(dishes.made, language) },
    { term: result.dishesChanged, value: formatNumber(dishes.changed, language) },
    { term: result.rowsApplied, value: formatNumber(rows.applied, language) },
  ];
  const nothingNew = merchants.made + merchants.changed + dishes.made + dishes.changed === 0;
  const claimed = rows.good - rows.applied;
  return (
    <div className="import-stack">
      {nothingNew ? <Notice tone="good">{result.nothingNew}</Notice> : null}
      {claimed > 0 ? <Notice>{result.claimed(claimed)}</Notice> : null}
      <Card>
        <DefinitionList items={facts} />
        <p className="ways">
          <ButtonLink href={base.replace(/\/impor$/, '/klaim')} variant="primary">
            {result.claims}
          </ButtonLink>
          <ButtonLink href={base}>{result.again}</ButtonLink>
        </p>
      </Card>
      {rows.bad > 0 ? (
        <Card>
          <Notice tone="attention">{result.fixLead(rows.bad)}</Notice>
          <KindList kinds={kinds} />
          <FailedDownloads here={here} />
        </Card>
      ) : null}
      <ProblemList
        rows={problemRows}
        next={hasMore ? `${here}?sesudah=${problemRows.at(-1)?.number ?? after}#baris` : null}
        first={after > 0 ? `${here}#baris` : null}
      />
    </div>
  );
}
