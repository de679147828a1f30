import { createHash } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import { insertJsonRows } from '~/platform/json-rows.server';
import { addToOutbox } from '~/platform/outbox.server';
import { foldText } from '~/shared/fold-text';
import type { ImportId, OrganisationId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { type ColumnMapping, type ImportField, type ImportMapping, REPEATABLE_FIELDS } from './import';

export type MapColumnsRefusal =
  | { code: 'import_gone' }
  | { code: 'import_moved'; state: string }
  | { code: 'mapping_without_merchant' }
  | { code: 'mapping_field_twice'; field: ImportField; columns: number[] }
  | { code: 'mapping_without_city' };

/**
 * Settles what each column means and has the rows read again by the worker. What the organisation's people chose is
 * remembered for their next file. May be repeated until the import is applied.
 */
export async function mapColumns(
  tx: Tx,
  {
    importId,
    organisationId,
    mapping,
    now,
  }: { importId: ImportId; organisationId: OrganisationId; mapping: ImportMapping; now: number },
): Promise<Result<void, MapColumnsRefusal>> {
  const impossible = findImpossible(mapping);
  if (impossible) return refuse(impossible);
  const text = JSON.stringify(mapping);
  const written = await tx
    .updateTable('menu_import')
    .set({ mapping: text, state: 'mapped', rows_staged: 0, rows_good: 0, rows_bad: 0, staged_at: null })
    .where('id', '=', importId)
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['uploaded', 'mapped', 'staged'])
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return refuse(await whyNot(tx, importId, organisationId));
  await remember(tx, { organisationId, columns: mapping.columns, now });
  const key = `import:${importId}:stage:${createHash('sha256').update(`${now}\n${text}`).digest('hex').slice(0, 24)}`;
  await addToOutbox(tx, { kind: 'menus.stage_import', key, payload: { importId }, now });
  return accept();
}

function findImpossible({ columns, defaultRegion }: ImportMapping): MapColumnsRefusal | null {
  const fields = new Set(columns.map((column) => column.field));
  if (!fields.has('stall_name') && !fields.has('merchant_id') && !fields.has('phone'))
    return { code: 'mapping_without_merchant' };
  // A file of menus may name known merchants by phone or id; a new one needs a city.
  if (fields.has('stall_name') && !fields.has('city') && !fields.has('address') && !defaultRegion)
    return { code: 'mapping_without_city' };
  const seen = new Map<string, ColumnMapping>();
  for (const column of columns) {
    if (REPEATABLE_FIELDS.has(column.field)) continue;
    const place = `${column.field}#${column.set}`;
    const before = seen.get(place);
    if (before) return { code: 'mapping_field_twice', field: column.field, columns: [before.column, column.column] };
    seen.set(place, column);
  }
  return null;
}

/** Why an import cannot be changed: it is not there, or it has moved on. */
export async function whyNot(
  tx: Tx,
  importId: ImportId,
  organisationId: OrganisationId,
): Promise<{ code: 'import_gone' } | { code: 'import_moved'; state: string }> {
  const row = await tx
    .selectFrom('menu_import')
    .select('state')
    .where('id', '=', importId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row ? { code: 'import_moved', state: row.state } : { code: 'import_gone' };
}

const HEADING = { organisation_id: 'text', heading: 'text', field: 'text', used_at: 'integer' } as const;

async function remember(
  tx: Tx,
  { organisationId, columns, now }: { organisationId: OrganisationId; columns: ColumnMapping[]; now: number },
): Promise<void> {
  const fields = new Map(columns.map(({ heading, field }) => [foldText(heading).slice(0, 200), field]));
  fields.delete('');
  const headings = [...fields.keys()].sort();
  if (headings.length === 0) return;
  await tx
    .deleteFrom('menu_import_heading')
    .where('organisation_id', '=', organisationId)
    .where('heading', 'in', headings)
    .execute();
  const rows = headings.map((heading) => ({
    organisation_id: organisationId,
    heading,
    field: fields.get(heading) ?? 'unknown',
    used_at: now,
  }));
  await insertJsonRows(tx, 'menu_import_heading', HEADING, rows, { skipExisting: true });
}
