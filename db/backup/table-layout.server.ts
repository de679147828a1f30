import { type Kysely, sql } from 'kysely';
import { type Engine, engineOf } from '../engine.server';
import type { Database } from '../schema';

/** One table as it stands in the database, whatever this version's types say. */
export interface TableLayout {
  name: string;
  /** By name, so that both engines tell them alike. */
  columns: string[];
  kinds: Readonly<Record<string, 'text' | 'integer' | 'bytes'>>;
  key: string[];
}

interface ColumnRow {
  table_name: string;
  column_name: string;
  kind: string;
  /** From 1 in the primary key; 0 outside. */
  place: number;
}

const LAYOUT: Record<Engine, ReturnType<typeof sql<ColumnRow>>> = {
  sqlite: sql<ColumnRow>`
    select m.name as table_name, p.name as column_name, lower(p.type) as kind, p.pk as place
    from sqlite_schema m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite_%'`,
  postgres: sql<ColumnRow>`
    select c.relname::text as table_name, a.attname::text as column_name, format_type(a.atttypid, null) as kind,
      coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as place
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`,
};

const KINDS: Record<string, 'text' | 'integer' | 'bytes'> = {
  text: 'text',
  integer: 'integer',
  bigint: 'integer',
  blob: 'bytes',
  bytea: 'bytes',
};

/** Every table by name, with columns and key; empty for a database with nothing in it. */
export async function readLayout(db: Kysely<Database>): Promise<TableLayout[]> {
  const { rows } = await LAYOUT[engineOf(db)].execute(db);
  const names = [...new Set(rows.map((row) => row.table_name))].sort();
  return names.map((name) =>
    toLayout(
      name,
      rows.filter((row) => row.table_name === name),
    ),
  );
}

function toLayout(name: string, rows: ColumnRow[]): TableLayout {
  const kinds = Object.fromEntries(rows.map((row) => [row.column_name, KINDS[row.kind] ?? 'text']));
  const key = rows.filter(({ place }) => place > 0).sort((one, other) => one.place - other.place);
  return { name, kinds, columns: Object.keys(kinds).sort(), key: key.map((row) => row.column_name) };
}
