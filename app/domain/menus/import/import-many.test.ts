import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { drainOutbox } from '~/worker/run-worker.server';
import { damagedSheet } from '../../../../test/fixtures/imports/damaged-sheet';
import { importAll, makeOffice, readMade } from '../../../../test/fixtures/imports/office';
import { onBothEngines } from '../../../../test/setup/engines';
import { readProblemRows } from './read-import.server';
import { writeFailedCsv, writeFailedXlsx } from './write-failed-rows.server';

const words = {
  fixHeading: 'Yang perlu diperbaiki',
  headingOf: (column: number) => `Kolom ${column}`,
  explain: ({ code }: { code: string }) => code,
  heldBy: (row: number | null) => `tahan ${row}`,
};

onBothEngines('five thousand rows, two hundred of them damaged in ten ways', (engine) => {
  it('each damaged row is explained, the others are in, and the damaged come back as a file', async () => {
    const world = await engine.world();
    const sheet = damagedSheet({ seed: 7, rows: 5_000, bad: 200 });
    const office = await makeOffice(world);
    const began = performance.now();
    const cpuBefore = process.cpuUsage();
    const memoryBefore = process.memoryUsage().rss;
    const summary = await importAll(world, office, 'besar.csv', sheet.csv);
    const seconds = (performance.now() - began) / 1000;
    const megabytes = (process.memoryUsage().rss - memoryBefore) / 1024 / 1024;
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpu = (user + system) / 1e6;
    process.stdout.write(
      `import of 5,000 rows on ${engine.name}: ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processor), ${megabytes.toFixed(0)} MB more\n`,
    );

    expect(summary.rows).toMatchObject({ total: 5_001, good: 4_800, bad: 200, applied: 4_800 });
    const rows = await readProblemRows(world.db, { importId: summary.id, after: 0, limit: 1_000 });
    const said = new Map(rows.map((row) => [row.number, row.problems.map((problem) => problem.code).join()]));
    expect(said).toEqual(sheet.expected);
    expect(new Set(said.values()).size).toBe(10);
    const { dishes } = await world.db
      .selectFrom('menu_dish')
      .select(({ fn }) => fn.countAll<number>().as('dishes'))
      .executeTakeFirstOrThrow();
    expect(Number(dishes)).toBe(4_800);

    const csv = parse(await writeFailedCsv(world.db, summary, words), { delimiter: ';', bom: true }) as string[][];
    expect(csv).toHaveLength(201);
    expect(csv.slice(1).map((row) => row.at(-1))).toEqual([...sheet.expected.values()]);
    const [excel] = await readExcelFile(await writeFailedXlsx(world.db, summary, words));
    expect(excel?.data).toHaveLength(201);
  }, 120_000);

  it('the file of failed rows, mended, brings in the rest and nothing twice', async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    const sheet = damagedSheet({ seed: 11, rows: 60, bad: 10 });
    const first = await importAll(world, office, 'besar.csv', sheet.csv);
    const mended = (await writeFailedCsv(world.db, first, words))
      .replace('6,28E+12', '081099990001')
      .replace('0810123;', '081099990002;')
      .replace('0711-350123', '081099990003')
      .replace('Palemburg Timur Laut', 'Palembang')
      .replace('15rb-20rb', '15rb')
      .replace('tanya dulu', '20.000')
      .replace('12.50 USD', '12.500')
      .replace(';300;', ';30;')
      .replace('telur +murah', 'telur +5000');
    const again = await importAll(world, office, 'perbaiki.csv', Buffer.from(mended));
    expect(again.rows.bad).toBeLessThanOrEqual(1);
    expect(Object.keys(await readMade(world)).length).toBeGreaterThanOrEqual(sheet.merchants - 1);
    const third = await importAll(world, office, 'perbaiki.csv', Buffer.from(mended));
    expect(third).toMatchObject({ merchants: { made: 0, changed: 0 }, dishes: { made: 0, changed: 0 } });
  });
});

onBothEngines('when the process dies while rows go in', (engine) => {
  it('the next one goes on where it stopped: nothing twice, nothing lost', async () => {
    const world = await engine.world();
    const office = await makeOffice(world);
    const sheet = damagedSheet({ seed: 5, rows: 900, bad: 10 });
    // One unit keeps the rows, one ends the staging, the third of applying (the fifth) breaks off before its COMMIT.
    const dieAt = 5;
    let units = 0;
    const dying = {
      ...world.app,
      inTransaction: ((work, options) =>
        world.app.inTransaction(async (tx) => {
          const value = await work(tx);
          if (value === undefined && ++units === dieAt) throw new Error('killed');
          return value;
        }, options)) as typeof world.app.inTransaction,
    };
    await expect(importAll({ ...world, app: dying }, office, 'besar.csv', sheet.csv)).rejects.toThrow('killed');
    const half = await world.db
      .selectFrom('menu_import')
      .select(['id', 'state', 'rows_applied'])
      .executeTakeFirstOrThrow();
    expect(half.state).toBe('applying');
    expect(half.rows_applied).toBeGreaterThan(0);
    expect(half.rows_applied).toBeLessThan(890);
    await drainOutbox(world.app);
    const whole = await world.db
      .selectFrom('menu_import')
      .selectAll()
      .where('id', '=', half.id)
      .executeTakeFirstOrThrow();
    expect(whole).toMatchObject({ state: 'applied', rows_applied: 890, dishes_made: 890 });
    const { dishes } = await world.db
      .selectFrom('menu_dish')
      .select(({ fn }) => fn.countAll<number>().as('dishes'))
      .executeTakeFirstOrThrow();
    expect(Number(dishes)).toBe(890);
  });
});
