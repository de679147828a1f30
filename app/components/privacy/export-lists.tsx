import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime, formatPhone, formatRupiah } from '~/i18n/format';
import type { Language } from '~/shared/language';
import { EXPORT_MONEY, EXPORT_TIMES, type ExportField, type ExportList } from '~/shared/personal-export';
import { regionName } from '~/shared/regions';
import { HOUSE_ZONE } from '~/shared/time';
import { codesInWords } from './export-words';

/** Everything in a copy, list by list, in words. Long lists are folded. */
export function ExportLists({ lists }: { lists: readonly ExportList[] }) {
  const words = useWords().privacy.copy;
  return lists.map((list) => (
    <Card key={list.name} title={`${words.lists[list.name]} (${list.rows.length})`}>
      {list.rows.length <= 3 ? (
        <Rows {...list} />
      ) : (
        <details>
          <summary>{words.show(list.rows.length)}</summary>
          <Rows {...list} />
        </details>
      )}
    </Card>
  ));
}

function Rows({ name, rows }: ExportList) {
  const words = useWords();
  const { fields } = words.privacy.copy;
  const language = useLanguage();
  const codes: Partial<Record<ExportField, Readonly<Record<string, string>>>> = codesInWords(words)[name] ?? {};
  return (
    <div className="stack">
      {rows.map((row, index) => (
        <DefinitionList
          // biome-ignore lint/suspicious/noArrayIndexKey: a copy does not change
          key={index}
          items={(Object.entries(row) as [ExportField, string | number | null][])
            .filter(([, value]) => value !== null)
            .map(([field, value]) => ({
              term: fields[field],
              value: codes[field]?.[String(value)] ?? (
                <span className="as-written">{show(field, value ?? '', language)}</span>
              ),
            }))}
        />
      ))}
    </div>
  );
}

function show(field: ExportField, value: string | number, language: Language): string {
  if (typeof value !== 'number') return shownText(field, value);
  if (EXPORT_TIMES.some((time) => time === field)) return formatDateTime(value, HOUSE_ZONE, language);
  if (EXPORT_MONEY.some((money) => money === field)) return formatRupiah(value);
  return String(value);
}

function shownText(field: ExportField, value: string): string {
  if (field === 'phone') return formatPhone(value);
  return field === 'region' ? regionName(value) : value;
}
