import { Badge, type BadgeTone } from '~/components/ui/badge';
import { Card } from '~/components/ui/card';
import { DataTable } from '~/components/ui/data-table';
import type { ImportState } from '~/domain/menus/import/import';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';

export interface ListedImport {
  id: string;
  fileName: string;
  createdAt: number;
  state: ImportState;
  merchants: { made: number };
  dishes: { made: number };
}

const TONES: Record<ImportState, BadgeTone> = {
  reading: 'info',
  uploaded: 'attention',
  mapped: 'info',
  staged: 'attention',
  applying: 'info',
  applied: 'good',
  cancelled: 'plain',
};

/** Earlier imports, newest first. */
export function ImportTable({ imports, base, zone }: { imports: ListedImport[]; base: string; zone: string }) {
  const words = useWords().imports;
  const language = useLanguage();
  if (imports.length === 0) return null;
  return (
    <Card title={words.list.before}>
      <DataTable
        caption={words.list.before}
        hideCaption
        rows={imports}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'file',
            header: words.list.fileName,
            kind: 'title',
            cell: (row) => <a href={`${base}/${row.id}`}>{row.fileName}</a>,
          },
          { key: 'when', header: words.list.when, cell: (row) => formatDateTime(row.createdAt, zone, language) },
          {
            key: 'state',
            header: words.list.state,
            cell: (row) => <Badge tone={TONES[row.state]}>{words.states[row.state]}</Badge>,
          },
          {
            key: 'outcome',
            header: words.list.outcome,
            cell: (row) => (row.state === 'applied' ? words.list.outcomeOf(row.merchants.made, row.dishes.made) : '–'),
          },
        ]}
      />
    </Card>
  );
}
