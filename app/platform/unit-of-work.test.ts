import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { lockRows, openDatabase } from '~db/engine.server';
import { onBothEngines, onOneEngine, type World } from '../../test/setup/engines';
import { openInjected } from '../../test/setup/injected-errors';
import { meeting } from '../../test/setup/meeting';
import type { Tx } from './app-context';
import { readAnswer, storeAnswer } from './idempotency.server';
import { CommitUnknown, makeInTransaction } from './unit-of-work.server';

const setCounter = (tx: Tx, version: number) =>
  tx
    .insertInto('platform_topic')
    .values({ topic: 'festival:1', version, touched_at: 0 })
    .onConflict((conflict) => conflict.column('topic').doUpdateSet({ version }))
    .execute();

async function readCounter({ db }: Pick<World, 'db'>): Promise<number | undefined> {
  return (await db.selectFrom('platform_topic').select('version').executeTakeFirst())?.version;
}

/** Reads and then writes one more: the way that loses counts unless the row is locked. */
async function countOneMore(
  tx: Tx,
  { isLocked, met }: { isLocked: boolean; met?: () => Promise<void> },
): Promise<void> {
  const counter = tx.selectFrom('platform_topic').select('version');
  const { version } = await (isLocked ? lockRows(counter) : counter).executeTakeFirstOrThrow();
  await (met?.() ?? new Promise((resolve) => setImmediate(resolve)));
  await setCounter(tx, version + 1);
}

const failWith = (code: string) => Object.assign(new Error('injected'), { code });

onBothEngines('a unit of work', (engine) => {
  it('writes nothing when it refuses', async () => {
    const world = await engine.world();
    const answer = await world.inTransaction(async (tx) => {
      await setCounter(tx, 1);
      return { ok: false, refusal: { code: 'balance_too_low' } };
    });
    expect(answer).toEqual({ ok: false, refusal: { code: 'balance_too_low' } });
    expect(await readCounter(world)).toBeUndefined();
  });

  it('writes nothing when it throws', async () => {
    const world = await engine.world();
    const unit = world.inTransaction(async (tx) => {
      await setCounter(tx, 1);
      throw new Error('a bug');
    });
    await expect(unit).rejects.toThrow('a bug');
    expect(await readCounter(world)).toBeUndefined();
  });

  it('loses no count when fifty run at once', async () => {
    const world = await engine.world();
    await world.inTransaction((tx) => setCounter(tx, 1));
    await Promise.all(
      Array.from({ length: 50 }, () => world.inTransaction((tx) => countOneMore(tx, { isLocked: true }))),
    );
    expect(await readCounter(world)).toBe(51);
  });

  it('refuses a write that forgot its transaction', async () => {
    const world = await engine.world();
    await world.inTransaction((tx) => setCounter(tx, 1));
    const forgotten = () => world.db.updateTable('platform_topic').set({ version: 9 }).execute();
    await expect(forgotten()).rejects.toThrow(/read-?only/);
    await expect(world.inTransaction(forgotten)).rejects.toThrow(/read-?only/);
    expect(await readCounter(world)).toBe(1);
  });

  it('reads outside still see the state before, without waiting', async () => {
    const world = await engine.world();
    await world.inTransaction((tx) => setCounter(tx, 1));
    await world.inTransaction(async (tx) => {
      await setCounter(tx, 2);
      expect(await readCounter(world)).toBe(1);
    });
    expect(await readCounter(world)).toBe(2);
  });

  it('is refused inside another one', async () => {
    const world = await engine.world();
    const nested = world.inTransaction(() => world.inTransaction((tx) => setCounter(tx, 1)));
    await expect(nested).rejects.toThrow(/inside a unit of work/);
  });

  it.each(['40001', '40P01', 'SQLITE_BUSY', 'ECONNRESET'])('runs again from its beginning after %s', async (code) => {
    const world = await engine.world();
    let runs = 0;
    const answer = await world.inTransaction(async (tx) => {
      await setCounter(tx, ++runs);
      if (runs < 3) throw failWith(code);
      return 'kept';
    });
    expect({ answer, runs, counter: await readCounter(world) }).toEqual({ answer: 'kept', runs: 3, counter: 3 });
  });

  it('gives up after five repeats, and does not repeat other errors', async () => {
    const world = await engine.world();
    let runs = 0;
    const unit = (code: string) =>
      world.inTransaction(async () => {
        runs++;
        throw failWith(code);
      });
    await expect(unit('40001')).rejects.toThrow('injected');
    expect(runs).toBe(6);
    await expect(unit('23505')).rejects.toThrow('injected');
    expect(runs).toBe(7);
  });

  describe('whose connection breaks during COMMIT', () => {
    it('is not repeated, since nobody knows whether it counts', async () => {
      const world = await engine.world();
      const { inTransaction, close } = breakingOnce(world, { at: 'after' });
      let runs = 0;
      const unit = inTransaction(async (tx) => {
        runs++;
        await setCounter(tx, runs);
      });
      await expect(unit).rejects.toThrow(CommitUnknown);
      expect({ runs, counter: await readCounter(world) }).toEqual({ runs: 1, counter: 1 });
      await close();
    });

    it.each([
      { at: 'after', runs: 1 },
      { at: 'before', runs: 2 },
    ] as const)('asks for the stored answer when it broke $at it counted', async ({ at, runs: wanted }) => {
      const world = await engine.world();
      const { inTransaction, close } = breakingOnce(world, { at });
      const key = { scope: 'order', key: 'k1', contentHash: 'h' };
      let runs = 0;
      const answer = await inTransaction(
        async (tx) => {
          runs++;
          await storeAnswer(tx, { ...key, result: `answer of run ${runs}`, now: 1 });
          return `answer of run ${runs}`;
        },
        {
          readStoredAnswer: async (tx) => {
            const stored = await readAnswer(tx, key);
            return stored.found === 'same' ? stored.result : undefined;
          },
        },
      );
      expect({ runs, answer }).toEqual({ runs: wanted, answer: `answer of run ${wanted}` });
      await close();
    });
  });
});

/** The same database through a connection whose first COMMIT breaks: before or after the database took it. */
function breakingOnce(world: World, { at }: { at: 'before' | 'after' }) {
  let broken = 0;
  const breakOnce = () => (broken++ === 0 ? failWith('ECONNRESET') : null);
  const writer = openInjected(world, at === 'before' ? { beforeCommit: breakOnce } : { afterCommit: breakOnce });
  return { inTransaction: makeInTransaction(writer), close: () => writer.destroy() };
}

onBothEngines('units of work on a bad day', (engine) => {
  it('lose nothing and show nothing when every tenth statement fails', async () => {
    const world = await engine.world();
    const codes = engine.name === 'sqlite' ? ['SQLITE_BUSY'] : ['40001', '40P01', 'ECONNRESET'];
    let statements = 0;
    let failed = 0;
    const writer = openInjected(world, {
      beforeStatement: () => (++statements % 10 === 0 ? failWith(codes[failed++ % codes.length] ?? '') : null),
    });
    const inTransaction = makeInTransaction(writer, { pause: 1 });
    await world.inTransaction((tx) => setCounter(tx, 1));
    await Promise.all(Array.from({ length: 100 }, () => inTransaction((tx) => countOneMore(tx, { isLocked: true }))));
    expect(await readCounter(world)).toBe(101);
    expect(failed).toBeGreaterThan(15);
    await writer.destroy();
  });
});

onOneEngine('postgres', 'units of work that meet', (engine) => {
  it('lose a count that is not locked: the control of the test above', async () => {
    const world = await engine.world();
    await world.inTransaction((tx) => setCounter(tx, 1));
    const met = meeting(10);
    await Promise.all(
      Array.from({ length: 10 }, () => world.inTransaction((tx) => countOneMore(tx, { isLocked: false, met }))),
    );
    expect(await readCounter(world)).toBe(2);
  });

  it('two units that wait for each other both get through', async () => {
    const world = await engine.world();
    await world.inTransaction((tx) => sql`insert into platform_topic values ('a', 1, 0), ('b', 1, 0)`.execute(tx));
    let runs = 0;
    const raise = (first: string, second: string) =>
      world.inTransaction(async (tx) => {
        runs++;
        await sql`update platform_topic set version = version + 1 where topic = ${first}`.execute(tx);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await sql`update platform_topic set version = version + 1 where topic = ${second}`.execute(tx);
      });
    await Promise.all([raise('a', 'b'), raise('b', 'a')]);
    expect(runs).toBeGreaterThan(2);
    const rows = await world.db.selectFrom('platform_topic').select(['topic', 'version']).orderBy('topic').execute();
    expect(rows).toEqual([
      { topic: 'a', version: 3 },
      { topic: 'b', version: 3 },
    ]);
  });

  it('a connection the server ends before COMMIT is replaced', async () => {
    const world = await engine.world();
    let runs = 0;
    await world.inTransaction(async (tx) => {
      runs++;
      await setCounter(tx, runs);
      if (runs === 1) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    });
    expect({ runs, counter: await readCounter(world) }).toEqual({ runs: 2, counter: 2 });
  });
});

onOneEngine('sqlite', 'the SQLite file', (engine) => {
  it('is written with WAL, full synchronisation and foreign keys, and the driver never waits', async () => {
    const { database } = await engine.world();
    const read = async (name: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(database.writer);
      return Object.values(rows[0] ?? {})[0];
    };
    const settings = [
      await read('journal_mode'),
      await read('synchronous'),
      await read('foreign_keys'),
      await read('busy_timeout'),
    ];
    expect(settings).toEqual(['wal', 2, 1, 0]);
  });

  it('held by another process is waited for without stopping this one', async () => {
    const world = await engine.world();
    const other = await holdInOtherProcess(world, 400);
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const started = performance.now();
    await world.inTransaction((tx) => setCounter(tx, 7));
    clearInterval(timer);
    await other.ended;
    const waited = performance.now() - started;
    expect(waited).toBeGreaterThan(200);
    // The driver's own waiting would let nothing tick at all.
    expect(ticks).toBeGreaterThan(waited / 25);
    expect(await readCounter(world)).toBe(7);
  });

  it('held for ever makes the unit fail as busy, and reads go on', async () => {
    const world = await engine.world();
    await world.inTransaction((tx) => setCounter(tx, 1));
    const other = await openDatabase({ ...world.location, busyWaitMax: 20 });
    const inTransaction = makeInTransaction(other.writer, { pause: 1 });
    let letGo: () => void = () => undefined;
    const holding = world.inTransaction(() => new Promise<void>((resolve) => (letGo = resolve)));
    await expect(inTransaction((tx) => setCounter(tx, 2))).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect(await readCounter({ db: other.db })).toBe(1);
    letGo();
    await holding;
    await inTransaction((tx) => setCounter(tx, 2));
    expect(await readCounter(world)).toBe(2);
    await other.close();
  });
});

/** Another process takes the write lock for so many ms; answers once it has it. */
async function holdInOtherProcess({ location }: World, ms: number): Promise<{ ended: Promise<unknown> }> {
  const script = `
    const db = new (require('better-sqlite3'))(process.argv[1]);
    db.exec('begin immediate');
    process.stdout.write('held');
    setTimeout(() => { db.exec('commit'); db.close(); }, ${ms});`;
  const child = spawn(process.execPath, ['-e', script, 'file' in location ? location.file : ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return { ended };
}
