import { Badge } from '~/components/ui/badge';
import { type Column, DataTable } from '~/components/ui/data-table';
import { KBLI_TITLES, type KbliEdition } from '~/domain/merchants/kbli';
import type { ComparedLine } from '~/domain/merchants/section';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { regionName } from '~/shared/regions';

/** What is declared, line by line; beside it what stood there at the last decision, where there was one. */
export function ComparedLines({ lines, hasBefore }: { lines: readonly ComparedLine[]; hasBefore: boolean }) {
  const words = useWords().review.section;
  const read = useReadLine();
  // What changed comes first; a paper without a number or an end has nothing to show there, now or before.
  const shown = lines
    .filter(({ field, value, before }) => value || before || !(field.endsWith('.number') || field.endsWith('.until')))
    .sort((a, b) => Number(b.isChanged) - Number(a.isChanged));
  const columns: Column<ComparedLine>[] = [
    { key: 'field', header: words.field, kind: 'title', cell: (line) => read.label(line.field) },
    {
      key: 'now',
      header: words.now,
      cell: (line) => (
        <span className="review-value">
          <span className={line.field.endsWith('.number') ? 'review-number' : undefined}>
            {line.isChanged ? (
              <mark className="review-changed">{read.value(line.field, line.value)}</mark>
            ) : (
              read.value(line.field, line.value)
            )}
          </span>{' '}
          {line.isChanged ? <Badge tone="attention">{words.changed}</Badge> : null}
        </span>
      ),
    },
  ];
  if (hasBefore) {
    columns.push({
      key: 'before',
      header: words.before,
      cell: (line) =>
        line.isChanged ? (
          <span className="review-value">{read.value(line.field, line.before ?? null)}</span>
        ) : (
          <span className="soft">{words.same}</span>
        ),
    });
  }
  return (
    <DataTable caption={words.declared} hideCaption rows={shown} rowKey={(line) => line.field} columns={columns} />
  );
}

/** A line in words: its name, and what it says. */
function useReadLine() {
  const { review, merchants } = useWords();
  const language = useLanguage();
  const words = review.section;
  const label = (field: string) => {
    const [kind = '', part] = field.split('.');
    const paper = merchants.documentKinds[kind] ?? kind;
    if (part === 'answer') return paper;
    if (part === 'number') return kind === 'ktp' ? 'NIK' : words.number(paper);
    if (part === 'until') return words.until(paper);
    return words.fields[field] ?? field;
  };
  const value = (field: string, said: string | null) => {
    if (!said) return words.empty;
    if (field.endsWith('.answer')) return words.answers[said] ?? said;
    if (field.endsWith('.until')) return formatDate(said, '', 'medium', language);
    if (field === 'category') return merchants.categories[said] ?? said;
    if (field === 'region_code') return regionName(said);
    if (field === 'kbli') return kbliText(said);
    return said;
  };
  return { label, value };
}

function kbliText(said: string): string {
  const [edition = '', code = ''] = said.split(':');
  return `${code} ${KBLI_TITLES[edition as KbliEdition]?.[code] ?? ''}`.trim();
}
