import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { World } from './world';

/**
 * A place where `many` wait for each other: nobody goes on before all have come. A control without its fence uses it,
 * so that those who race do meet, however busy the machine is.
 */
export function meeting(many: number): () => Promise<void> {
  let missing = many;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return () => {
    missing -= 1;
    if (missing === 0) begin();
    return begun;
  };
}

/**
 * The same inside a verb, where two units can be at work at once (PostgreSQL): whoever writes to `table` waits until
 * `many` want to, so that all of them have read before the first of them has written.
 */
export async function readBeforeWriting<Answer>(
  { location }: World,
  { table, many }: { table: string; many: number },
  race: () => Promise<Answer>,
): Promise<Answer> {
  if (!('url' in location)) return race();
  const client = new pg.Client({ connectionString: location.url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`lock table ${table} in share mode`);
    const racing = race();
    while ((await waitingFor(client, table)) < many) await wait(5);
    await client.query('rollback');
    return await racing;
  } finally {
    await client.end();
  }
}

async function waitingFor(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ waiting: number }>(
    'select count(*)::int as waiting from pg_locks where not granted and relation = $1::regclass',
    [table],
  );
  return rows[0]?.waiting ?? 0;
}
