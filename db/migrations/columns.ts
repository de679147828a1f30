import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema';

export type MigrationDb = Kysely<Database>;
type Dialect = 'sqlite' | 'postgres';

/** Text, whole number, bytes; a question mark where the column may be empty. */
export type ColumnKind = 'text' | 'text?' | 'integer' | 'integer?' | 'bytes' | 'bytes?';

/** Type of a column on one engine. Text compares byte by byte on both, so ids and search words sort alike. */
export function columns(dialect: Dialect): Record<'text' | 'integer' | 'bytes', RawBuilder<unknown>> {
  return dialect === 'sqlite'
    ? { text: sql`text`, integer: sql`integer`, bytes: sql`blob` }
    : { text: sql`text collate "C"`, integer: sql`bigint`, bytes: sql`bytea` };
}

export type Rule =
  | { primaryKey: string[] }
  | { unique: string[] }
  | { check: string }
  | { references: string; column: string };

export const primaryKey = (...names: string[]): Rule => ({ primaryKey: names });
export const unique = (...names: string[]): Rule => ({ unique: names });
/** A condition both engines read, such as `balance >= held`. */
export const check = (condition: string): Rule => ({ check: condition });
/** A column that names a row of another table of the same owner, by its `id`. */
export const references = (column: string, table: string): Rule => ({ references: table, column });

/** Makes one table: STRICT on SQLite, so that a column holds what its type says on both engines. */
export async function createTable(
  db: MigrationDb,
  dialect: Dialect,
  table: keyof Database,
  kinds: Record<string, ColumnKind>,
  rules: Rule[],
): Promise<void> {
  const types = columns(dialect);
  let builder = db.schema.createTable(table);
  for (const [name, kind] of Object.entries(kinds)) {
    const type = types[kind.replace('?', '') as 'text'];
    builder = builder.addColumn(name, type as RawBuilder<string>, (column) =>
      kind.endsWith('?') ? column : column.notNull(),
    );
  }
  for (const [index, rule] of rules.entries()) {
    const name = `${table}_${index + 1}`;
    if ('primaryKey' in rule) builder = builder.addPrimaryKeyConstraint(`${table}_key`, rule.primaryKey as never[]);
    else if ('unique' in rule) builder = builder.addUniqueConstraint(`${name}_unique`, rule.unique as never[]);
    else if ('check' in rule) builder = builder.addCheckConstraint(`${name}_check`, sql.raw(rule.check));
    else builder = builder.addForeignKeyConstraint(`${name}_refers`, [rule.column] as never[], rule.references, ['id']);
  }
  if (dialect === 'sqlite') builder = builder.modifyEnd(sql`strict`);
  await builder.execute();
}

/** New columns of a table that is already there: kind, and what the rows of before hold where they may not be empty. */
export type GrownColumns = Record<string, readonly [ColumnKind] | readonly ['text' | 'integer', string | number]>;

export async function growTable(
  db: MigrationDb,
  dialect: Dialect,
  table: keyof Database,
  grown: GrownColumns,
): Promise<void> {
  const types = columns(dialect);
  for (const [name, [kind, before]] of Object.entries(grown)) {
    const type = types[kind.replace('?', '') as 'text'] as RawBuilder<string>;
    await db.schema
      .alterTable(table)
      .addColumn(name, type, (column) => (before === undefined ? column : column.notNull().defaultTo(before)))
      .execute();
  }
}

/** An index, or with `where` a partial one; `unique` makes it a fence. */
export async function createIndex(
  db: MigrationDb,
  { table, on, where, isUnique }: { table: keyof Database; on: string[]; where?: string; isUnique?: true },
): Promise<void> {
  const name = `${table}_by_${on.join('_')}${where ? '_some' : ''}`;
  const condition = where ? sql` where ${sql.raw(where)}` : sql``;
  const kind = isUnique ? sql`unique index` : sql`index`;
  await sql`create ${kind} ${sql.ref(name)} on ${sql.table(table)} (${sql.join(on.map((column) => sql.ref(column)))})${condition}`.execute(
    db,
  );
}

/** Rows of this table are written once: UPDATE and DELETE fail on both engines. */
export async function forbidChanges(db: MigrationDb, dialect: Dialect, table: keyof Database): Promise<void> {
  for (const act of ['update', 'delete'] as const) {
    const name = `${table}_no_${act}`;
    const refusal = `${table} rows are never changed`;
    if (dialect === 'sqlite') {
      await sql
        .raw(`create trigger ${name} before ${act} on ${table} begin select raise(abort, '${refusal}'); end`)
        .execute(db);
      continue;
    }
    await sql
      .raw(
        `create or replace function pestarasa_never_changed() returns trigger language plpgsql as
         $$ begin raise exception '% rows are never changed', tg_table_name using errcode = 'restrict_violation'; end $$`,
      )
      .execute(db);
    await sql
      .raw(`create trigger ${name} before ${act} on ${table} for each row execute function pestarasa_never_changed()`)
      .execute(db);
  }
}

/** What a migration is given: helpers that already know the engine. */
export interface MigrationTools {
  db: MigrationDb;
  table: (name: keyof Database, kinds: Record<string, ColumnKind>, rules: Rule[]) => Promise<void>;
  grow: (name: keyof Database, grown: GrownColumns) => Promise<void>;
  index: (name: keyof Database, on: string[], options?: { where?: string; isUnique?: true }) => Promise<void>;
  forbidChanges: (name: keyof Database) => Promise<void>;
}

/** One numbered step; it runs once, inside one transaction with all that are still missing. */
export type Migration = (tools: MigrationTools) => Promise<void>;
