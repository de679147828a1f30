import { join } from 'node:path';
import { type KyselyPlugin, type QueryId, sql } from 'kysely';
import { expect, it } from 'vitest';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import { readLayout } from '~db/backup/table-layout.server';
import { readRows, rowsAtOnce } from '~db/backup/table-rows.server';
import { writeBackup } from '~db/backup/write-backup.server';
import type { Engine, OpenedDatabase } from '~db/engine.server';
import { migrateInside } from '~db/migrate.server';
import { migrations } from '~db/migrations/list';
import { backUp, configAt, goOn, lookInto, makeFolder, readAllRows, restoreAt } from '../../../test/factories/backups';
import { makeEmpty } from '../../../test/factories/empty-database';
import { makeMarkedPerson } from '../../../test/factories/marked-person';
import { accepted } from '../../../test/factories/merchants';
import { fillWallet, makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { fingerprintOf, makeBackup } from './make-backup';

const ENGINES: Engine[] = ['sqlite', 'postgres'];

/** Something is written after every read of a table of money. */
function writingAfterReads(write: () => Promise<void>): KyselyPlugin {
  const ofMoney = new WeakSet<QueryId>();
  return {
    transformQuery: ({ node, queryId }) => {
      if (JSON.stringify(node).includes('"wallet_')) ofMoney.add(queryId);
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      if (ofMoney.has(queryId)) await write();
      return result;
    },
  };
}

async function backUpWhileWriting(world: World, { fenced }: { fenced: boolean }): Promise<string> {
  const wallet = await makeWallet(world, { balance: 20_000 });
  let written = 0;
  const write = async () => {
    written += 1;
    await fillWallet(world, (await makeWallet(world)).accountId, 10_000);
    await fillWallet(world, wallet.accountId, 10_000);
  };
  const reading = world.database.db.withPlugin(writingAfterReads(write));
  const unfenced = { execute: (read: (db: unknown) => unknown) => read(reading), setIsolationLevel: () => unfenced };
  const db = fenced ? reading : ({ transaction: () => unfenced } as unknown as OpenedDatabase['db']);
  const file = join(makeFolder(), 'cadangan.gz');
  const key = fingerprintOf(world.config);
  accepted(await writeBackup({ engine: world.engine, db }, { file, key, now: world.clock.now() }));
  expect(written, 'committed while it was read').toBeGreaterThan(10);
  return file;
}

onBothEngines('a backup', (engine) => {
  it('taken while money moves is of one moment', async () => {
    const world = await engine.world();
    const file = await backUpWhileWriting(world, { fenced: true });
    const location = await makeEmpty(engine.name);
    const { broken, sums } = accepted(await restoreAt(world, configAt(world, location), { file }));
    expect(broken).toEqual([]);
    expect(sums.wallet_top_up?.rows).toBeGreaterThan(0);
    const live = await world.db.selectFrom('wallet_top_up').select('id').execute();
    expect(sums.wallet_top_up?.rows).toBeLessThan(live.length);
  }, 60_000);

  it('control: read table by table without one moment, its money does not add up', async () => {
    const world = await engine.world();
    const file = await backUpWhileWriting(world, { fenced: false });
    const location = await makeEmpty(engine.name);
    // Found by the foreign keys, or where none stands in between by the ledger.
    const found = await restoreAt(world, configAt(world, location), { file }).then(
      (restored) => accepted(restored).broken.join() || 'nothing',
      (error: Error) => error.message,
    );
    expect(found).toMatch(/names one of|foreign key|debits and credits|stored balance/);
  }, 60_000);

  for (const to of ENGINES) {
    it(`is restored to ${to} row by row, and its restored database gives the same backup`, async () => {
      const world = await engine.world();
      await makeMarkedPerson(world);
      const before = await readAllRows(world.db);
      expect(before.wallet_entry?.length).toBeGreaterThan(0);
      const file = await backUp(world);
      const location = await makeEmpty(to);
      const restored = accepted(await restoreAt(world, configAt(world, location), { file }));
      expect(restored).toMatchObject({ broken: [], migrated: [], putAside: null });
      expect(await lookInto(location, ({ db }) => readAllRows(db))).toEqual(before);
      const again = { file: join(makeFolder(), 'lagi.gz'), now: world.clock.now() };
      const { sums } = accepted(await makeBackup(configAt(world, location), again));
      expect(sums).toEqual(restored.sums);
    }, 60_000);
  }

  it('is read and loaded a bounded number of rows at a time, and misses none between two turns', async () => {
    const world = await engine.world();
    await world.inTransaction((tx) =>
      sql`insert into platform_idempotency (scope, key, content_hash, result, created_at)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)
        select case i % 3 when 0 then 'a' when 1 then 'b' else 'c' end, 'key ' || i, 'é\u2028' || i, '{"n":"' || i || '\n"}', i
        from n`.execute(tx),
    );
    const layout = (await readLayout(world.db)).find(({ name }) => name === 'platform_idempotency')!;
    expect(layout.key).toEqual(['scope', 'key']);
    const turns: number[] = [];
    for await (const page of readRows(world.db, layout)) turns.push(page.rows);
    expect(turns).toEqual([1_000, 1_000]);
    const pictures = (await readLayout(world.db)).find(({ name }) => name === 'platform_file')!;
    expect(rowsAtOnce(pictures)).toBe(50);
    const location = await makeEmpty(engine.name);
    accepted(await restoreAt(world, configAt(world, location), { file: await backUp(world) }));
    expect(await lookInto(location, ({ db }) => readAllRows(db))).toEqual(await readAllRows(world.db));
  }, 60_000);

  it('restored, has its fences again and goes on', async () => {
    const world = await engine.world();
    await makeMarkedPerson(world);
    const location = await makeEmpty(engine.name);
    accepted(await restoreAt(world, configAt(world, location), { file: await backUp(world) }));
    await lookInto(location, async ({ writer }) => {
      await expect(sql`update wallet_entry set amount = 1`.execute(writer)).rejects.toThrow('never changed');
      await expect(sql`delete from platform_audit`.execute(writer)).rejects.toThrow('never changed');
      const dangling = sql`insert into wallet_entry
        select 'trf_none', line, debit_account_id, credit_account_id, amount, purpose, rule_id, null, null, at
        from wallet_entry limit 1`;
      await expect(dangling.execute(writer)).rejects.toThrow(/foreign key/i);
    });
    await goOn(location, async (there) => {
      await makeWallet(there, { balance: 50_000 });
      expect(await readBrokenInvariants(there.db)).toEqual([]);
    });
  }, 60_000);

  it('of an older version gets the migrations that have come since', async () => {
    const world = await engine.world();
    const old = await makeEmpty(engine.name);
    const names = migrations.map(({ name }) => name);
    const level = names.slice(0, names.indexOf('0024-privacy') + 1);
    const file = join(makeFolder(), 'lama.gz');
    await lookInto(old, async ({ writer, engine: name, db }) => {
      await writer.transaction().execute((tx) => migrateInside(tx, name, level));
      await sql`insert into identity_person (id, phone, email, name, language, created_at) values ('psn_old', '+6281000000001', null, 'Siti', 'id', 1)`.execute(
        writer,
      );
      accepted(await writeBackup({ engine: name, db }, { file, key: fingerprintOf(world.config), now: 1 }));
    });
    const location = await makeEmpty(engine.name);
    const { migrated } = accepted(await restoreAt(world, configAt(world, location), { file }));
    expect(migrated).toEqual(names.slice(level.length));
    const rows = await lookInto(location, ({ db }) => readAllRows(db));
    expect(rows.identity_person).toHaveLength(1);
    // What migrations of since put in is there, as in a database that lived through them.
    const fresh = await lookInto(world.location, ({ db }) => readAllRows(db));
    expect(rows.wallet_rule?.length).toBe(fresh.wallet_rule?.length);
    expect(rows.merchant_rule?.length).toBe(fresh.merchant_rule?.length);
  }, 60_000);
});
