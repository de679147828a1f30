import { Badge, type BadgeTone } from '~/components/ui/badge';
import { type Column, DataTable } from '~/components/ui/data-table';
import type { IconName } from '~/components/ui/icon';
import { Money } from '~/components/ui/money';
import type { Concern } from '~/domain/orders/control-room';
import type { ControlStall } from '~/domain/orders/read-control-room.server';
import { useLanguage, useWords } from '~/i18n';
import { formatList, formatTime } from '~/i18n/format';
import { MINUTE_MS } from '~/shared/time';

const LOOKS: Record<Concern, { tone: BadgeTone; icon: IconName }> = {
  incident: { tone: 'problem', icon: 'alert' },
  silent: { tone: 'problem', icon: 'stop' },
  late: { tone: 'problem', icon: 'clock' },
  not_checked_in: { tone: 'attention', icon: 'clock' },
  queue: { tone: 'attention', icon: 'people' },
  paused: { tone: 'attention', icon: 'pause' },
  sold_out: { tone: 'plain', icon: 'cross' },
};

interface TableProps {
  stalls: readonly ControlStall[];
  zone: string;
  now: number;
  /** Address of the control room. */
  base: string;
  /** May send news; an observer only looks. */
  mayRun: boolean;
}

/** Every booth in a row, on a phone in a card. */
export function ControlTable({ stalls, zone, now, base, mayRun }: TableProps) {
  const { common, live } = useWords();
  const language = useLanguage();
  const words = live.control;
  const columns: (Column<ControlStall> | false)[] = [
    {
      key: 'stall',
      header: words.stall,
      kind: 'title',
      cell: ({ booth, name }) => (
        <span className="control-stall">
          <span className="booth-plate">{common.booth(booth)}</span> {name}
        </span>
      ),
    },
    { key: 'state', header: words.state, cell: (stall) => <State stall={stall} zone={zone} now={now} /> },
    {
      key: 'queue',
      header: words.queue,
      kind: 'short',
      cell: ({ queueMinutes, open }) => words.queueOf(queueMinutes, open),
    },
    {
      key: 'soldOut',
      header: words.soldOut,
      cell: ({ soldOut }) => (soldOut.length > 0 ? formatList(soldOut, language, 'and', 4) : '–'),
    },
    { key: 'sales', header: words.sales, kind: 'number', cell: ({ sales }) => <Money amount={sales} /> },
    mayRun && {
      key: 'tell',
      header: words.tell,
      kind: 'short',
      cell: ({ participationId, booth }) => (
        <a href={`${base}/kabar?stan=${participationId}`}>
          {words.tell}
          <span className="sr-only"> {common.booth(booth)}</span>
        </a>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.title}
      hideCaption
      columns={columns.filter((column) => column !== false)}
      rows={stalls}
      rowKey={({ participationId }) => participationId}
    />
  );
}

function State({ stall, zone, now }: { stall: ControlStall; zone: string; now: number }) {
  const words = useWords().live.control;
  const { concerns, standing, pausedUntil, oldestPlacedAt } = stall;
  if (concerns.length === 0)
    return (
      <Badge tone={standing === 'open' ? 'good' : 'plain'} icon={standing === 'open' ? 'check' : 'clock'}>
        {standing === 'open' ? words.fine : words.standings[standing]}
      </Badge>
    );
  const textOf = (concern: Concern) => {
    if (concern === 'late' && oldestPlacedAt) return words.waitingSince(Math.floor((now - oldestPlacedAt) / MINUTE_MS));
    if (concern === 'paused' && pausedUntil) return words.pausedUntil(formatTime(pausedUntil, zone));
    return words.filters[concern];
  };
  return (
    <span className="control-concerns">
      {concerns.map((concern) => (
        <Badge key={concern} tone={LOOKS[concern].tone} icon={LOOKS[concern].icon}>
          {textOf(concern)}
        </Badge>
      ))}
    </span>
  );
}
