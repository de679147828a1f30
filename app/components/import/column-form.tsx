import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { SelectField } from '~/components/ui/select-field';
import { type ColumnMapping, IMPORT_FIELDS, type ImportMapping, WIDE_FIELDS } from '~/domain/menus/import/import';
import { useWords } from '~/i18n';

export interface ColumnFormProps {
  mapping: ImportMapping;
  /** Per column a few cells that are filled. */
  samples: string[][];
  regions: { code: string; name: string }[];
  /** What was chosen before a refusal. */
  typed?: Record<string, string>;
}

/** One line a column: what it is called, what it holds, what it means. */
export function ColumnForm({ mapping, samples, regions, typed }: ColumnFormProps) {
  const words = useWords().imports;
  const sets = Math.max(1, ...mapping.columns.map((column) => column.set));
  const options = IMPORT_FIELDS.flatMap((field) => {
    const wide = sets > 1 && WIDE_FIELDS.has(field);
    return wide
      ? Array.from({ length: sets }, (_, i) => ({
          value: `${field}#${i + 1}`,
          label: `${words.fields[field]}, ${words.columns.set(i + 1)}`,
        }))
      : [{ value: field, label: words.fields[field] }];
  });
  const unknown = mapping.columns.filter((column) => column.field === 'unknown').length;
  return (
    <Form summary={false} typed={typed}>
      <ul className="import-columns">
        {mapping.columns.map((column) => (
          <li
            key={column.column}
            className={column.field === 'unknown' ? 'import-column import-column-unused' : 'import-column'}
          >
            <SelectField
              name={`kolom-${column.column}`}
              label={<ColumnName column={column} />}
              value={sets > 1 && WIDE_FIELDS.has(column.field) ? `${column.field}#${column.set}` : column.field}
              options={options}
            />
            <Samples cells={samples[column.column] ?? []} />
          </li>
        ))}
      </ul>
      {unknown > 0 ? <p>{words.columns.unknownLead(unknown)}</p> : null}
      <SelectField
        name="kota"
        label={words.columns.region}
        hint={words.columns.regionHint}
        value={mapping.defaultRegion}
        empty={words.columns.noRegion}
        options={regions.map((region) => ({ value: region.code, label: region.name }))}
        optional
      />
      <Button variant="primary">{words.columns.next}</Button>
    </Form>
  );
}

/** A guess from what a column holds deserves a look; a heading speaks for itself. */
const TONES = { remembered: 'good', heading: 'plain', content: 'attention', hand: 'info', none: 'plain' } as const;

function ColumnName({ column }: { column: ColumnMapping }) {
  const { columns } = useWords().imports;
  const name = column.heading || columns.noName(letterOf(column.column));
  const why = columns.because[column.because];
  return (
    <>
      {name} {why && column.because !== 'heading' ? <Badge tone={TONES[column.because]}>{why}</Badge> : null}
    </>
  );
}

function Samples({ cells }: { cells: string[] }) {
  const { columns } = useWords().imports;
  return (
    <p className="import-samples">
      <span className="sr-only">{columns.samples}: </span>
      {cells.length === 0 ? <em>{columns.noSamples}</em> : cells.map((cell) => <span key={cell}>{cell}</span>)}
    </p>
  );
}

/** 0 is A, 27 is AB, as a spreadsheet names them. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
