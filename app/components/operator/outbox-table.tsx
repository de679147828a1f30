import { Badge, type BadgeTone } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { DataTable } from '~/components/ui/data-table';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import type { OutboxKind } from '~/platform/outbox-kinds';
import type { OutboxLine } from '~/platform/read-outbox.server';
import { HOUSE_ZONE } from '~/shared/time';

const TONES: Record<OutboxLine['state'], BadgeTone> = {
  waiting: 'attention',
  running: 'info',
  done: 'good',
  stuck: 'problem',
  cancelled: 'plain',
};

/** Rows of the outbox with what an operator may do about each. */
export function OutboxTable({ lines, base }: { lines: readonly OutboxLine[]; base: string }) {
  const words = useWords().operator.outbox;
  const language = useLanguage();
  // A kind without its words does not compile; a row of an older build may carry one that is gone.
  const kinds: Record<OutboxKind, string> = words.kinds;
  const messages: Record<string, string> = words.messages;
  return (
    <DataTable
      caption={words.title}
      hideCaption
      rows={lines}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          header: words.kind,
          kind: 'title',
          cell: (row) =>
            [kinds[row.kind] ?? row.kind, row.template && (messages[row.template] ?? row.template), row.recipient]
              .filter(Boolean)
              .join(' · '),
        },
        {
          key: 'state',
          header: words.state,
          cell: (row) => <Badge tone={TONES[row.state]}>{words.states[row.state]}</Badge>,
        },
        {
          key: 'due',
          header: words.due,
          cell: (row) => formatDateTime(row.endedAt ?? row.dueAt, HOUSE_ZONE, language),
        },
        { key: 'tries', header: words.tries, kind: 'number', cell: (row) => row.attempts },
        { key: 'why', header: words.why, cell: (row) => row.lastError ?? '–' },
        { key: 'act', header: words.act, cell: (row) => <Acts row={row} base={base} /> },
      ]}
    />
  );
}

function Acts({ row, base }: { row: OutboxLine; base: string }) {
  const words = useWords().operator.outbox;
  if (row.state === 'done' || row.state === 'cancelled') return '–';
  return (
    <>
      {row.state === 'stuck' ? (
        <form method="post" action={`${base}/${row.id}/ulang`}>
          <Button variant="primary">{words.retry}</Button>
        </form>
      ) : null}
      <form method="post" action={`${base}/${row.id}/batal`}>
        <Button variant="quiet">{words.cancel}</Button>
      </form>
    </>
  );
}
