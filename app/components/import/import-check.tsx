import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Form } from '~/components/ui/form';
import { Notice } from '~/components/ui/notice';
import type { RowProblemCode } from '~/domain/menus/import/import';
import { useLanguage, useWords } from '~/i18n';
import { formatNumber } from '~/i18n/format';
import { FailedDownloads } from './failed-downloads';
import { KindList } from './kind-list';
import { type ListedRow, ProblemList } from './problem-list';

export interface FoundProblems {
  problemRows: ListedRow[];
  kinds: { code: RowProblemCode; count: number }[];
  hasMore: boolean;
  after: number;
}

/** Before anything goes in: how many rows are good, what is wrong with the others, and the way on. */
export function ImportCheck({
  summary,
  here,
  problemRows,
  kinds,
  hasMore,
  after,
}: FoundProblems & { summary: { rows: { good: number; bad: number } }; here: string }) {
  const words = useWords().imports;
  const language = useLanguage();
  const { good, bad } = summary.rows;
  return (
    <div className="import-stack">
      <Card>
        <dl className="import-counts">
          <div>
            <dt>{words.check.good}</dt>
            <dd>{formatNumber(good, language)}</dd>
          </div>
          <div>
            <dt>{words.check.bad}</dt>
            <dd>{formatNumber(bad, language)}</dd>
          </div>
        </dl>
        {good === 0 ? <Notice tone="attention">{words.check.noneGood}</Notice> : null}
        {bad === 0 && good > 0 ? <Notice tone="good">{words.check.allGood}</Notice> : null}
        <div className="ways">
          {good > 0 ? (
            <Form action={`${here}/masukkan`} summary={false}>
              <Button variant="primary">{words.check.apply(good)}</Button>
            </Form>
          ) : null}
          <ButtonLink href={`${here}/kolom`}>{words.check.columnsAgain}</ButtonLink>
          <Form action={`${here}/batal`} summary={false}>
            <Button variant="quiet">{words.check.cancel}</Button>
          </Form>
        </div>
      </Card>
      {bad > 0 ? (
        <Card title={words.check.kinds}>
          <p>{words.check.merchantHeld}</p>
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
