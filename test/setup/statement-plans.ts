import SqliteFile from 'better-sqlite3';
import pg from 'pg';
import type { World } from './open-world';
import type { Statement } from './recorded-statements';

/** Tables that grow with stalls, orders, people or time: a page that reads one from end to end grows slow with it. */
const LARGE =
  /^((stall|order|menu|wallet|merchant|identity)_|platform_(outbox|message|audit|idempotency|file|topic)$|festival_(day|booth|application|answer|decision|offer|participation|question)$)/;

/** Grow by laws and hands, not by sales. */
const SMALL = new Set(['wallet_rule']);

function isLarge(table: string): boolean {
  return LARGE.test(table) && !SMALL.has(table);
}

/** `table: statement` for each large table that a statement would read without the condition of an index. */
export async function findScans(world: World, statements: readonly Statement[]): Promise<string[]> {
  const scans =
    'file' in world.location
      ? scansOnSqlite(world.location.file, statements)
      : await scansOnPostgres(world.location.url, statements);
  return [...new Set(scans.map(({ table, text }) => `${table}: ${text.replace(/\s+/g, ' ').trim().slice(0, 300)}`))];
}

interface Scan {
  table: string;
  text: string;
}

/** `SCAN` in a plan of SQLite is a table or a whole index from end to end, `SEARCH` has a condition. */
function scansOnSqlite(file: string, statements: readonly Statement[]): Scan[] {
  const database = new SqliteFile(file, { readonly: true });
  try {
    return statements.flatMap(({ text, parameters }) => {
      // Rows of a set may reach the driver by another way than its parameters; a plan does not ask for them.
      const values = parameters.length > 0 ? parameters : (text.match(/\?/g)?.map(() => null) ?? []);
      const plan = database.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
      const names = namesOf(text);
      return plan.flatMap(({ detail }) => {
        const scanned = /^SCAN (\w+)/.exec(detail)?.[1];
        const table = scanned ? (names.get(scanned) ?? scanned) : '';
        return isLarge(table) ? [{ table, text }] : [];
      });
    });
  } finally {
    database.close();
  }
}

/** SQLite's plan speaks of aliases. */
function namesOf(text: string): Map<string, string> {
  const aliased = text.matchAll(
    /"?\b((?:stall|order|menu|wallet|merchant|identity|festival|platform)_\w+)"?\s+as\s+"?(\w+)"?/gi,
  );
  return new Map([...aliased].map(([, table = '', alias = '']) => [alias, table]));
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  'Recheck Cond'?: string;
  Plans?: PlanNode[];
}

/**
 * Forty stalls are soon read whole, and rightly so: what counts is what the statement can do when they are many. With
 * sequential scans and joins of whole tables forbidden, PostgreSQL takes one only where no index has the condition.
 */
async function scansOnPostgres(url: string, statements: readonly Statement[]): Promise<Scan[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const way of ['seqscan', 'hashjoin', 'mergejoin', 'material', 'memoize']) {
      await client.query(`set enable_${way} = off`);
    }
    const scans: Scan[] = [];
    for (const { text, parameters } of statements) {
      const { rows } = await client.query(`explain (format json, costs off) ${text}`, [...parameters]);
      const [{ Plan: top }] = rows[0]['QUERY PLAN'] as [{ Plan: PlanNode }];
      scans.push(...scannedBy(top).map((table) => ({ table, text })));
    }
    return scans;
  } finally {
    await client.end();
  }
}

function scannedBy(node: PlanNode): string[] {
  const table = node['Relation Name'] ?? '';
  const reads = /^(Seq|Index|Index Only|Bitmap Heap) Scan$/.test(node['Node Type']);
  const isBounded = node['Index Cond'] !== undefined || node['Recheck Cond'] !== undefined;
  const own = reads && !isBounded && isLarge(table) ? [table] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scannedBy)];
}
