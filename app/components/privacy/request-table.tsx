import { DataTable } from '~/components/ui/data-table';
import type { QueuedRequest } from '~/domain/privacy/read-requests.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime, formatPhone } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { RequestBadge } from './request-badge';
import { TimeLeft } from './time-left';

/** The officer's queue; ended ones say when instead of how long is left. */
export function RequestTable({ requests, now }: { requests: readonly QueuedRequest[]; now: number }) {
  const { privacy } = useWords();
  const words = privacy.queue;
  const language = useLanguage();
  return (
    <DataTable
      caption={words.title}
      hideCaption
      rows={requests}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'who',
          header: words.who,
          kind: 'title',
          cell: (row) => (
            <a href={pathTo(`/operator/privasi/${row.id}`, language)}>
              {row.name ?? (row.phone ? formatPhone(row.phone) : words.erased)}
            </a>
          ),
        },
        { key: 'kind', header: words.kind, cell: (row) => privacy.kinds[row.kind] },
        { key: 'state', header: words.state, cell: (row) => <RequestBadge request={row} /> },
        { key: 'taken', header: words.takenBy, cell: (row) => row.takenBy ?? words.nobody },
        {
          key: 'clock',
          header: words.clock,
          cell: (row) =>
            row.endedAt === null ? (
              <TimeLeft dueAt={row.dueAt} now={now} />
            ) : (
              formatDateTime(row.endedAt, HOUSE_ZONE, language)
            ),
        },
      ]}
    />
  );
}
