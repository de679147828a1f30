import { Badge } from '~/components/ui/badge';
import { Card } from '~/components/ui/card';
import type { ImportField, RowProblem } from '~/domain/menus/import/import';
import { useWords } from '~/i18n';

export interface ListedRow {
  number: number;
  state: string;
  problems: RowProblem[];
  heldBy: number | null;
}

/** Rows with what is wrong in them and what to do, in the words beside a field. */
export function ProblemList({ rows, next, first }: { rows: ListedRow[]; next: string | null; first: string | null }) {
  const words = useWords().imports;
  if (rows.length === 0) return null;
  return (
    <Card title={words.check.problemRows} id="baris">
      <ol className="import-problems">
        {rows.map((row) => (
          <li key={row.number}>
            <b>{words.row(row.number)}</b>
            <ul>
              {row.problems.map((problem) => (
                <li key={`${problem.code}|${problem.column}|${problem.read}`}>
                  {problem.note ? <Badge tone="info">{words.check.note}</Badge> : null}{' '}
                  {words.explain(problem, nameOf(problem, words.fields))}
                </li>
              ))}
              {row.state === 'held' ? <li>{words.heldBy(row.heldBy)}</li> : null}
            </ul>
          </li>
        ))}
      </ol>
      <p className="ways">
        {first ? <a href={first}>{words.check.first}</a> : null}
        {next ? <a href={next}>{words.check.more}</a> : null}
      </p>
    </Card>
  );
}

/** A column by the heading it has in the file, so that it is found there again. */
export function nameOf(problem: RowProblem, fields: Record<ImportField, string>): string {
  return problem.heading || fields[problem.field];
}
