import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Unique in the table. */
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** number: right-aligned. short: on one line. title: the row's own name, the heading of its card on a phone. */
  kind?: 'text' | 'number' | 'short' | 'title';
}

export interface DataTableProps<Row> {
  /** What the table shows; read out first. */
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A table that becomes one card a row on a phone. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table className="table">
      <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cellClass(column.kind)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) =>
              column.kind === 'title' ? (
                <th key={column.key} scope="row" className="cell-title">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} data-label={column.header} className={cellClass(column.kind)}>
                  <span>{column.cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass(kind: Column<never>['kind']): string | undefined {
  return kind === 'number' || kind === 'short' ? `cell-${kind}` : undefined;
}
