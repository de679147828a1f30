import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { readLayout } from '~db/backup/table-layout.server';
import {
  backUp,
  configAt,
  lookInto,
  makeFolder,
  readAllRows,
  restoreAt,
  rewrite,
} from '../../../test/factories/backups';
import { makeEmpty } from '../../../test/factories/empty-database';
import { accepted } from '../../../test/factories/merchants';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, onOneEngine, type World } from '../../../test/setup/engines';
import { makeBackup } from './make-backup';
import type { RestoreWish } from './restore-backup';
import { runBackup } from './run-backup';
import { runRestore } from './run-restore';

/** No table, and on SQLite no file, its log and what lies beside it included. */
async function expectNothing(location: World['location']): Promise<void> {
  if ('url' in location) expect(await lookInto(location, ({ db }) => readLayout(db))).toEqual([]);
  else expect(filesAt(location.file)).toEqual([]);
}

function filesAt(file: string): string[] {
  return readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
}

async function expectRefusal(
  world: World,
  wish: Omit<RestoreWish, 'now'>,
  code: BackupRefusal['code'],
  change: Parameters<typeof Object.assign>[1] = {},
): Promise<void> {
  const location = await makeEmpty(world.engine);
  const answer = await restoreAt(world, { ...configAt(world, location), ...change }, wish);
  expect(answer.ok ? 'restored' : answer.refusal.code).toBe(code);
  await expectNothing(location);
}

/** A copy whose byte at this place is another. */
function flip(file: string, at: number): string {
  const bytes = readFileSync(file);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  const copy = join(makeFolder(), 'rusak.gz');
  writeFileSync(copy, bytes);
  return copy;
}

function cut(file: string, length: number): string {
  const copy = join(makeFolder(), 'potong.gz');
  writeFileSync(copy, readFileSync(file).subarray(0, length));
  return copy;
}

function foreign(bytes: string | Buffer): string {
  const file = join(makeFolder(), 'asing.gz');
  writeFileSync(file, bytes);
  return file;
}

async function worldWithMoney(engine: { world: () => Promise<World> }): Promise<{ world: World; file: string }> {
  const world = await engine.world();
  await makeWallet(world, { balance: 10_000 });
  return { world, file: await backUp(world) };
}

onBothEngines('a restore is refused, and nothing is written, when the file', (engine) => {
  it('was changed by one byte, wherever it is', async () => {
    const { world, file } = await worldWithMoney(engine);
    const { size } = statSync(file);
    // The packing's own hints (4, 9) say nothing about the content, and its sum leaves them out.
    for (const at of [4, 9, 40, Math.floor(size / 2), -200, -60, -20, -1]) {
      await expectRefusal(world, { file: flip(file, at) }, 'damaged');
    }
  }, 60_000);

  it('was cut short, at its end or in its middle, or has something behind it', async () => {
    const { world, file } = await worldWithMoney(engine);
    const { size } = statSync(file);
    for (const length of [size - 1, size - 110, Math.floor(size / 2)]) {
      const answer = await restoreAt(world, configAt(world, await makeEmpty(engine.name)), { file: cut(file, length) });
      expect(answer.ok ? 'restored' : answer.refusal.code).toMatch(/^(damaged|not_a_backup)$/);
    }
    await expectRefusal(world, { file: cut(file, size - 1) }, 'damaged');
    const longer = foreign(Buffer.concat([readFileSync(file), Buffer.from('x')]));
    await expectRefusal(world, { file: longer }, 'damaged');
  }, 60_000);

  it('is none of ours, empty, or not there', async () => {
    const { world } = await worldWithMoney(engine);
    for (const bytes of ['', 'halo', gzipSync('{"a":1}\n'), gzipSync('null\n'), Buffer.alloc(5_000, 7)]) {
      await expectRefusal(world, { file: foreign(bytes) }, 'not_a_backup');
    }
    await expectRefusal(world, { file: join(makeFolder(), 'tidak-ada.gz') }, 'file_missing');
  }, 60_000);

  it('is of a newer format, a newer version, or another key', async () => {
    const { world, file } = await worldWithMoney(engine);
    const withHeader = (change: object) =>
      rewrite(file, (line, index) => (index === 0 ? JSON.stringify({ ...JSON.parse(line), ...change }) : line));
    await expectRefusal(world, { file: await withHeader({ format: 2 }) }, 'newer_format');
    await expectRefusal(world, { file: await withHeader({ migrations: ['9999-from-tomorrow'] }) }, 'newer_level');
    const otherKey = { secretKey: 'another-key-of-more-than-32-characters-000' };
    await expectRefusal(world, { file }, 'other_key', otherKey);
    const location = await makeEmpty(engine.name);
    const config = { ...configAt(world, location), ...otherKey };
    expect((await restoreAt(world, config, { file, takesOtherKey: true })).ok).toBe(true);
  }, 60_000);

  it('or its list of erasures cannot be read', async () => {
    const { world, file } = await worldWithMoney(engine);
    for (const text of ['halo\n', '{"kind":"dish","id":"x","erasedAt":1}\n']) {
      await expectRefusal(world, { file, tombstones: foreign(text) }, 'list_unreadable');
    }
    await expectRefusal(world, { file, tombstones: join(makeFolder(), 'tidak-ada') }, 'list_unreadable');
  }, 60_000);
});

onBothEngines('a restore', (engine) => {
  it('is refused where data stands, or others are at it, and leaves it as it is', async () => {
    const { world, file } = await worldWithMoney(engine);
    const there = await engine.world();
    await makeWallet(there, { balance: 20_000 });
    const before = await readAllRows(there.db);
    const config = configAt(there, there.location);
    expect(await restoreAt(world, config, { file })).toMatchObject({ refusal: { code: 'target_not_empty' } });
    expect(await restoreAt(world, config, { file, replaces: true })).toMatchObject({
      refusal: { code: 'target_in_use' },
    });
    expect(await readAllRows(there.db)).toEqual(before);
    expect(await readAllRows(world.db)).not.toEqual(before);
  }, 60_000);

  it('is refused where another program keeps its tables', async () => {
    const { world, file } = await worldWithMoney(engine);
    const location = await makeEmpty(engine.name);
    await lookInto(location, ({ writer }) => sql`create table resep (id text)`.execute(writer));
    for (const replaces of [false, true]) {
      const answer = await restoreAt(world, configAt(world, location), { file, replaces });
      expect(answer).toMatchObject({ refusal: { code: 'target_foreign' } });
    }
    expect((await lookInto(location, ({ db }) => readLayout(db))).map(({ name }) => name)).toEqual(['resep']);
  }, 60_000);

  it('that finds other rows than the backup’s is taken back whole', async () => {
    const { world, file } = await worldWithMoney(engine);
    const lacking = await rewrite(file, (line) => (line.includes('top_up"') && line.startsWith('[') ? null : line));
    const location = await makeEmpty(engine.name);
    await expect(restoreAt(world, configAt(world, location), { file: lacking })).rejects.toThrow(/in the backup/);
    await expectNothing(location);
  }, 60_000);

  it('that fails while it replaces leaves what stood there', async () => {
    const { world, file } = await worldWithMoney(engine);
    const location = await makeEmpty(engine.name);
    const config = configAt(world, location);
    accepted(await restoreAt(world, config, { file }));
    const before = await lookInto(location, ({ db }) => readAllRows(db));
    const lacking = await rewrite(file, (line) => (line.includes('top_up"') && line.startsWith('[') ? null : line));
    await expect(restoreAt(world, config, { file: lacking, replaces: true })).rejects.toThrow(/in the backup/);
    expect(await lookInto(location, ({ db }) => readAllRows(db))).toEqual(before);
    if ('file' in location) expect(filesAt(location.file).join()).not.toMatch(/restoring|before/);
  }, 60_000);
});

onOneEngine('sqlite', 'a backup', (engine) => {
  it('of a broken file is refused in words, and no file is made', async () => {
    const world = await engine.world();
    for (let count = 0; count < 30; count++) await makeWallet(world, { balance: 10_000 });
    const copy = join(makeFolder(), 'pestarasa.sqlite');
    await putBeside(world, copy);
    const whole = join(makeFolder(), 'utuh.gz');
    expect((await makeBackup(configAt(world, { file: copy }), { file: whole, now: 1 })).ok).toBe(true);
    await loseIndexRows(copy);
    const file = join(makeFolder(), 'rusak.gz');
    const answer = await makeBackup(configAt(world, { file: copy }), { file, now: 1 });
    expect(answer).toMatchObject({ refusal: { code: 'source_damaged' } });
    expect(readdirSync(dirname(file))).toEqual([]);
  }, 60_000);
});

onBothEngines('the commands', (engine) => {
  it('say in both languages what they did, and by their exit what is to be looked at', async () => {
    const { world } = await worldWithMoney(engine);
    const said: string[] = [];
    const out = { write: (text: string) => said.push(text) };
    const envOf = (location: World['location'], folder: string) => ({
      APP_MODE: 'test',
      DATA_DIR: folder,
      ...('url' in location ? { DATABASE_URL: location.url } : {}),
    });
    const from = makeFolder();
    if ('file' in world.location) await putBeside(world, join(from, 'pestarasa.sqlite'));
    const file = join(makeFolder(), 'cadangan.gz');
    expect(await runBackup([file], envOf(world.location, from), out)).toBe(0);
    expect(said.join('')).toMatch(/Cadangan .* selesai: \d+ tabel, \d+ baris/);
    expect(statSync(file).mode & 0o077, 'readable by its owner alone').toBe(0);
    expect(await runBackup([file], envOf(world.location, from), out)).toBe(64);
    const to = makeFolder();
    const target = engine.name === 'postgres' ? await makeEmpty('postgres') : { file: '' };
    expect(await runRestore([file], envOf(target, to), out)).toBe(3);
    expect(said.join('')).toContain('MUNCUL LAGI');
    expect(said.join('')).toContain('IS BACK');
    const asked = [
      [[], 64],
      [['a', 'b'], 64],
      [[file, '--unknown'], 64],
      [[file], 64],
    ] as const;
    for (const [args, code] of asked) expect(await runRestore(args, envOf(target, to), out)).toBe(code);
    expect(said.join('')).toContain('--replace');
    expect(await runBackup(['x'], { APP_MODE: 'production' }, out)).toBe(78);
    expect(await runBackup([join(to, 'y')], { APP_MODE: 'test', DATA_DIR: makeFolder() }, out)).toBe(64);
    expect(existsSync(join(to, 'y'))).toBe(false);
  }, 60_000);
});

/** The page where the key of wallet_entry begins says that it is empty. */
async function loseIndexRows(file: string): Promise<void> {
  const { rows } = await lookInto({ file }, ({ writer }) =>
    sql<{ page: number; size: number }>`
      select rootpage as page, (select page_size from pragma_page_size()) as size
      from sqlite_schema where name = 'sqlite_autoindex_wallet_entry_1'`.execute(writer),
  );
  const { page = 0, size = 0 } = rows[0] ?? {};
  const bytes = readFileSync(file);
  bytes.fill(0, (page - 1) * size + 3, (page - 1) * size + 5);
  writeFileSync(file, bytes);
}

/** The world's file where an installation has it, complete with its log. */
async function putBeside(world: World, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(world.database.writer);
}
