import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime, formatRupiah } from '~/i18n/format';
import type { Language } from '~/shared/language';
import {
  EXPORT_MONEY,
  EXPORT_TIMES,
  type ExportField,
  type ExportList,
  type ExportRow,
} from '~/shared/personal-export';
import { HOUSE_ZONE } from '~/shared/time';

/** Everything in a copy, list by list, in words. Long lists are folded. */
export function ExportLists({ lists }: { lists: readonly ExportList[] }) {
  const words = useWords().privacy.copy;
  return lists.map(({ name, rows }) => (
    <Card key={name} title={`${words.lists[name]} (${rows.length})`}>
      {rows.length <= 3 ? (
        <Rows rows={rows} />
      ) : (
        <details>
          <summary>{words.show(rows.length)}</summary>
          <Rows rows={rows} />
        </details>
      )}
    </Card>
  ));
}

function Rows({ rows }: { rows: readonly ExportRow[] }) {
  const words = useWords().privacy.copy;
  const language = useLanguage();
  return (
    <div className="stack">
      {rows.map((row, index) => (
        <DefinitionList
          // biome-ignore lint/suspicious/noArrayIndexKey: a copy does not change
          key={index}
          items={(Object.entries(row) as [ExportField, string | number | null][])
            .filter(([, value]) => value !== null)
            .map(([field, value]) => ({
              term: words.fields[field],
              value: <span className="as-written">{show(field, value ?? '', language)}</span>,
            }))}
        />
      ))}
    </div>
  );
}

function show(field: ExportField, value: string | number, language: Language): string {
  if (typeof value !== 'number') return value;
  if (EXPORT_TIMES.some((time) => time === field)) return formatDateTime(value, HOUSE_ZONE, language);
  if (EXPORT_MONEY.some((money) => money === field)) return formatRupiah(value);
  return String(value);
}
