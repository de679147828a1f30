import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrations } from '~db/migrations/list';
import { onBothEngines, type World } from '../setup/engines';
import { type Columns, readSchemaTypes } from './schema-types';

const root = join(import.meta.dirname, '../..');

async function readCatalogue({ db, engine }: World): Promise<Record<string, Columns>> {
  const kinds: Record<string, string> = {
    TEXT: 'text',
    INTEGER: 'integer',
    BLOB: 'bytes',
    bigint: 'integer',
    bytea: 'bytes',
  };
  const { rows } = await (engine === 'sqlite'
    ? sql<{ t: string; c: string; kind: string; required: number }>`
        select m.name as t, c.name as c, upper(c.type) as kind, c."notnull" as required
        from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'`
    : sql<{ t: string; c: string; kind: string; required: number }>`
        select table_name as t, column_name as c, data_type as kind, case is_nullable when 'NO' then 1 else 0 end as required
        from information_schema.columns where table_schema = 'public'`
  ).execute(db);
  const tables: Record<string, Columns> = {};
  for (const { t, c, kind, required } of rows) {
    if (t === 'platform_migration') continue;
    tables[t] = { ...tables[t], [c]: `${kinds[kind] ?? kind}${required ? '' : '?'}` };
  }
  return tables;
}

it('the list of migrations is the folder', () => {
  const files = readdirSync(join(root, 'db/migrations')).filter((name) => /^\d{4}-.+\.ts$/.test(name));
  expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
});

onBothEngines('the tables', (engine) => {
  it('are those of the types, column by column', async () => {
    expect(await readCatalogue(await engine.world())).toEqual(readSchemaTypes());
  });

  it('that record what happened are never changed', async () => {
    const { inTransaction, db } = await engine.world();
    await inTransaction((tx) =>
      tx
        .insertInto('platform_audit')
        .values({
          id: 'aud_1',
          at: 1,
          actor_id: null,
          action: 'made',
          subject_kind: 'x',
          subject_id: '1',
          details: '{}',
        })
        .execute(),
    );
    await expect(inTransaction((tx) => tx.updateTable('platform_audit').set({ at: 2 }).execute())).rejects.toThrow(
      /never changed/,
    );
    await expect(inTransaction((tx) => tx.deleteFrom('platform_audit').execute())).rejects.toThrow(/never changed/);
    expect(await db.selectFrom('platform_audit').select('at').execute()).toEqual([{ at: 1 }]);
    const { rows } = await (engine.name === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'trigger' order by name`
      : sql<{ name: string }>`select tgname as name from pg_trigger where not tgisinternal order by 1`
    ).execute(db);
    const guarded = ['merchant_document_view', 'platform_audit', 'training_event', 'wallet_entry', 'wallet_transfer'];
    expect(rows.map(({ name }) => name)).toEqual(
      guarded.flatMap((table) => [`${table}_no_delete`, `${table}_no_update`]),
    );
  });

  it('take no fraction, flag or date for a whole number', async () => {
    const { inTransaction } = await engine.world();
    for (const wrong of [1.5, true, new Date(), 2 ** 53, 10n, undefined]) {
      const write = inTransaction((tx) =>
        sql`insert into platform_topic values ('festival:1', ${wrong}, 1)`.execute(tx),
      );
      await expect(write).rejects.toThrow(TypeError);
    }
  });

  it('answer sums as numbers, and refuse those that would be rounded', async () => {
    const { inTransaction, db } = await engine.world();
    await inTransaction((tx) =>
      sql`insert into platform_topic values ('a', 1, ${2 ** 53 - 2}), ('b', 1, 1)`.execute(tx),
    );
    const { rows } = await sql<{ sum: number }>`select sum(touched_at) as sum from platform_topic`.execute(db);
    expect(rows).toEqual([{ sum: 2 ** 53 - 1 }]);
    await inTransaction((tx) => sql`insert into platform_topic values ('c', 1, 5)`.execute(tx));
    await expect(sql`select sum(touched_at) as sum from platform_topic`.execute(db)).rejects.toThrow(RangeError);
  });

  it('sort ids and words byte by byte', async () => {
    const { inTransaction, db } = await engine.world();
    await inTransaction((tx) =>
      sql`insert into platform_topic values ('a', 1, 1), ('B', 1, 1), ('_', 1, 1), ('é', 1, 1)`.execute(tx),
    );
    const rows = await db.selectFrom('platform_topic').select('topic').orderBy('topic').execute();
    expect(rows.map((row) => row.topic)).toEqual(['B', '_', 'a', 'é']);
  });
});
