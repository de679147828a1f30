import { Card } from '~/components/ui/card';
import { DataTable } from '~/components/ui/data-table';
import { DefinitionList } from '~/components/ui/definition-list';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime, formatNumber } from '~/i18n/format';
import type { CacheReport, TopicKind, UnkeptReason } from '~/shared/cache-report';
import { HOUSE_ZONE } from '~/shared/time';

const MB = 1024 * 1024;

/** What the document cache of this process has done. */
export function CacheFigures({ report }: { report: CacheReport }) {
  const words = useWords().operator.cache;
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const megabytes = (bytes: number) => `${number(Math.round((bytes / MB) * 10) / 10)} MB`;
  const { hits, notModified, renders, waited } = report;
  const all = hits + notModified + renders + waited;
  const facts = (entries: [string, string][]) => (
    <DefinitionList items={entries.map(([term, value]) => ({ term, value }))} />
  );
  return (
    <div className="stack">
      <div className="two-up">
        <Card title={words.answered}>
          {facts([
            [words.since, formatDateTime(report.startedAt, HOUSE_ZONE, language)],
            [words.share, all === 0 ? '–' : `${number(Math.floor(((hits + notModified) / all) * 100))}%`],
            [words.hits, number(hits)],
            [words.notModified, number(notModified)],
            [words.renders, number(renders)],
            [words.waited, number(waited)],
          ])}
        </Card>
        <Card title={words.memory}>
          {facts([
            [words.entries, number(report.entries)],
            [words.bytes, words.bytesOf(megabytes(report.bytes), megabytes(report.bytesMax))],
            [words.expired, number(report.expired)],
            [words.evicted, number(report.evicted)],
          ])}
        </Card>
      </div>
      <Touches touches={report.touches} number={number} />
      <Unkept unkept={report.unkept} number={number} />
    </div>
  );
}

type Write = (value: number) => string;

function Touches({ touches, number }: { touches: CacheReport['touches']; number: Write }) {
  const words = useWords().operator.cache;
  const rows = Object.entries(touches) as [TopicKind, NonNullable<CacheReport['touches'][TopicKind]>][];
  if (rows.length === 0) return <Card title={words.touches}>{words.noTouches}</Card>;
  return (
    <DataTable
      caption={words.touches}
      rows={rows}
      rowKey={([kind]) => kind}
      columns={[
        { key: 'topic', header: words.topic, kind: 'title', cell: ([kind]) => words.topics[kind] },
        { key: 'touched', header: words.touched, kind: 'number', cell: ([, { touched }]) => number(touched) },
        { key: 'dropped', header: words.dropped, kind: 'number', cell: ([, { dropped }]) => number(dropped) },
      ]}
    />
  );
}

function Unkept({ unkept, number }: { unkept: CacheReport['unkept']; number: Write }) {
  const words = useWords().operator.cache;
  const rows = Object.entries(unkept) as [UnkeptReason, NonNullable<CacheReport['unkept'][UnkeptReason]>][];
  if (rows.length === 0) return <Card title={words.unkept}>{words.noUnkept}</Card>;
  return (
    <DataTable
      caption={words.unkept}
      rows={rows.sort(([, one], [, other]) => other.count - one.count)}
      rowKey={([reason]) => reason}
      columns={[
        { key: 'why', header: words.why, kind: 'title', cell: ([reason]) => words.reasons[reason] },
        { key: 'count', header: words.count, kind: 'number', cell: ([, { count }]) => number(count) },
        { key: 'latest', header: words.latest, cell: ([, { patterns }]) => patterns.join(' · ') },
      ]}
    />
  );
}
