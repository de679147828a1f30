import { sql } from 'kysely';
import type { ReadDb } from '~/platform/app-context';
import type { Params } from './rights-fixture';

/** Every row of a SQLite database that names something of these parameters and of nobody else's, as text, in order. */
export async function readRowsNaming(db: ReadDb, params: Params, others: Params): Promise<string[]> {
  const shared = new Set(Object.values(others));
  const ids = Object.values(params).filter((id) => /^[a-z]{3}_/.test(id) && !shared.has(id));
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const all = await sql<object>`select * from ${sql.table(name)}`.execute(db);
    for (const row of all.rows) {
      const text = `${name} ${JSON.stringify(row)}`;
      if (ids.some((id) => text.includes(id))) found.push(text);
    }
  }
  return found.sort();
}
