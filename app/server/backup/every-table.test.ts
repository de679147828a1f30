import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readLines } from '~db/backup/backup-file.server';
import type { BackupSums, TableLine } from '~db/backup/backup-format';
import { writeBackup } from '~db/backup/write-backup.server';
import type { Engine, OpenedDatabase } from '~db/engine.server';
import { migrate } from '~db/migrate.server';
import { type Columns, readSchemaTypes } from '../../../test/database/schema-types';
import { lookInto, makeFolder, readAllRows, textOf } from '../../../test/factories/backups';
import { makeEmpty } from '../../../test/factories/empty-database';
import { accepted } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';

const SCHEMA = readSchemaTypes();

/** So that a row needs no other row, no state of a graph and no sum: what stands in it is all that is asked. */
async function dropFences(writer: OpenedDatabase['writer'], engine: Engine): Promise<void> {
  if (engine === 'sqlite') {
    await sql`pragma foreign_keys = off`.execute(writer);
    await sql`pragma ignore_check_constraints = on`.execute(writer);
    return;
  }
  const { rows } = await sql<{ of: string; name: string }>`
    select conrelid::regclass::text as of, conname::text as name from pg_constraint
    where contype in ('f', 'c') and connamespace = current_schema()::regnamespace order by contype desc`.execute(
    writer,
  );
  for (const { of, name } of rows) {
    await sql`alter table ${sql.table(of)} drop constraint ${sql.ref(name)}`.execute(writer);
  }
}

/** Two rows: every column filled to its edge, and whatever may be null null. */
async function plant(writer: OpenedDatabase['writer'], table: string, columns: Columns): Promise<void> {
  for (const nth of [1, 2]) {
    const cells = Object.entries(columns).map(([column, kind]) => {
      if (nth === 2 && kind.endsWith('?')) return null;
      if (kind.startsWith('bytes')) return Uint8Array.from([0, 10, 255, nth]);
      if (kind.startsWith('integer')) return nth === 1 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
      return `${table}.${column} ${nth} é\u2028"\\n\n`;
    });
    await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(columns).map((column) => sql.ref(column)))})
      values (${sql.join(cells)})`.execute(writer);
  }
}

/** What a file says, told as `readAllRows` tells a database; read by nothing that restores. */
async function readFile(file: string): Promise<{ tables: Record<string, string[]>; sums: BackupSums }> {
  const tables: Record<string, string[]> = {};
  let columns: string[] = [];
  let rows: string[] = [];
  for await (const line of readLines(file)) {
    const said = JSON.parse(line) as unknown[] | TableLine | { sums: BackupSums };
    if (Array.isArray(said)) {
      const cells = Object.fromEntries(columns.map((column, at) => [column, decode(said[at])]));
      rows.push(textOf(cells, Object.keys(SCHEMA[nameOf(tables)] ?? {})));
    } else if ('table' in said) {
      columns = said.columns;
      rows = [];
      tables[said.table] = rows;
    } else if ('sums' in said) {
      for (const all of Object.values(tables)) all.sort();
      return { tables, sums: said.sums };
    }
  }
  throw new Error('no sums');
}

const nameOf = (tables: Record<string, unknown>) => Object.keys(tables).at(-1) ?? '';

const decode = (cell: unknown) =>
  cell !== null && typeof cell === 'object' ? Buffer.from((cell as { b: string }).b, 'base64') : cell;

onBothEngines('a backup', (engine) => {
  it('holds every table of the schema, every column of it and every row, whatever stands in them', async () => {
    const file = join(makeFolder(), 'semua.gz');
    await lookInto(await makeEmpty(engine.name), async (database) => {
      const { writer } = database;
      await migrate(database);
      await dropFences(writer, engine.name);
      for (const [table, columns] of Object.entries(SCHEMA)) await plant(writer, table, columns);
      // By the connection whose checks are off: SQLite asks the file whether its rows keep them.
      const made = accepted(await writeBackup({ engine: engine.name, db: writer }, { file, key: 'k', now: 1 }));
      const wanted = await readAllRows(writer);
      const { tables, sums } = await readFile(file);
      // Besides them there is one that only the migrations know.
      const { platform_migration: levels, ...told } = tables;
      expect(told).toEqual(wanted);
      expect(levels).toHaveLength(made.header.migrations.length);
      expect(sums).toEqual(made.sums);
      for (const [table, rows] of Object.entries(wanted)) {
        expect(rows.length, table).toBeGreaterThanOrEqual(2);
        expect(sums[table]?.rows, table).toBe(rows.length);
      }
    });
  }, 60_000);
});
