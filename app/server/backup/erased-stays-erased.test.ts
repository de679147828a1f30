import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readTombstones } from '~/platform/tombstone.server';
import { readTombstoneList } from '~/platform/tombstone-list.server';
import { keepTombstones } from '~/worker/keep-tombstones.server';
import { backUp, configAt, copyAlone, goOn, makeFolder, restoreAt } from '../../../test/factories/backups';
import { makeEmpty } from '../../../test/factories/empty-database';
import { eraseMarked, findNeedles, readEverything } from '../../../test/factories/erased-person';
import { type MarkedPerson, makeMarkedPerson } from '../../../test/factories/marked-person';
import { accepted } from '../../../test/factories/merchants';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { makeBackup } from './make-backup';
import { replayLists } from './replay-lists';

interface Lost {
  world: World;
  her: MarkedPerson;
  /** Made before she was erased, without a list beside it. */
  file: string;
}

async function eraseAfterBackup(engine: { world: () => Promise<World> }): Promise<Lost> {
  const world = await engine.world();
  const her = await makeMarkedPerson(world);
  const file = copyAlone(await backUp(world));
  await eraseMarked(world, her);
  return { world, her, file };
}

const idsOf = ({ personId, merchantId }: MarkedPerson) => [merchantId, personId].sort();

async function isGone(location: World['location'], her: MarkedPerson): Promise<void> {
  await goOn(location, async (there) => {
    expect(findNeedles(await readEverything(there), her.needles)).toEqual([]);
    expect((await readTombstones(there.db)).map(({ id }) => id).sort()).toEqual(idsOf(her));
  });
}

onBothEngines('erased after the backup', (engine) => {
  it('she stays erased when it is restored with the list the worker kept, at the moment of the first time', async () => {
    const { world, her, file } = await eraseAfterBackup(engine);
    const location = await makeEmpty(engine.name);
    const config = configAt(world, location);
    const restored = accepted(await restoreAt(world, config, { file, tombstones: world.config.tombstoneList }));
    expect(restored.replayed.persons).toEqual([her.personId]);
    expect(restored.toldUntil).toBeGreaterThan(restored.header.madeAt);
    await isGone(location, her);
    await goOn(location, async (there) => {
      expect(await readTombstones(there.db)).toEqual(await readTombstones(world.db));
    });
    // The new installation's own list knows of her too.
    expect(
      accepted(readTombstoneList(config.tombstoneList))
        .stones.map(({ id }) => id)
        .sort(),
    ).toEqual(idsOf(her));
  }, 60_000);

  it('control: restored without a list she is back, and it is known that no list was newer', async () => {
    const { world, her, file } = await eraseAfterBackup(engine);
    const location = await makeEmpty(engine.name);
    const restored = accepted(await restoreAt(world, configAt(world, location), { file }));
    expect(restored).toMatchObject({ toldUntil: 0, replayed: { persons: [] } });
    await goOn(location, async (there) => {
      expect(findNeedles(await readEverything(there), her.needles)).toHaveLength(her.needles.length);
    });
    // Found later, the list is replayed on what stands there by then.
    const tombstones = world.config.tombstoneList;
    const { replayed } = accepted(await replayLists(configAt(world, location), { tombstones }));
    expect(replayed.persons).toEqual([her.personId]);
    await isGone(location, her);
  }, 60_000);

  it('the list beside the newest backup serves an older one', async () => {
    const world = await engine.world();
    const her = await makeMarkedPerson(world);
    const file = await backUp(world);
    await eraseMarked(world, her);
    const newer = { file: join(dirname(file), 'baru.gz'), now: world.clock.now() };
    accepted(await makeBackup(configAt(world, world.location), newer));
    const location = await makeEmpty(engine.name);
    accepted(await restoreAt(world, configAt(world, location), { file }));
    await isGone(location, her);
  }, 60_000);

  it('the database that is replaced says it when no list is left', async () => {
    const { world, her, file } = await eraseAfterBackup(engine);
    const location = await makeEmpty(engine.name);
    const config = configAt(world, location);
    // What stands there is the installation she was erased in.
    const today = copyAlone(await backUp(world));
    accepted(await restoreAt(world, config, { file: today }));
    rmSync(config.tombstoneList);
    const restored = accepted(await restoreAt(world, config, { file, replaces: true }));
    expect(restored.replayed.persons).toEqual([her.personId]);
    await isGone(location, her);
    if (engine.name === 'postgres') return;
    expect(restored.putAside && existsSync(restored.putAside)).toBe(true);
    await isGone({ file: restored.putAside ?? '' }, her);
  }, 90_000);

  it('who had money in the older state is named for somebody to look at, and the ledger keeps it', async () => {
    const world = await engine.world();
    const her = await makeMarkedPerson(world);
    const { personId, merchantId } = her;
    const { accountId } = await makeWallet(world, { personId, balance: 25_000 });
    const file = await backUp(world);
    const said = { erasedAt: world.clock.now() + 1, requestId: null };
    const stones = [
      { kind: 'person', id: personId, ...said },
      { kind: 'merchant', id: merchantId, ...said },
      { kind: 'person', id: 'psn_came_after_the_backup', ...said },
    ];
    const tombstones = join(makeFolder(), 'daftar.ndjson');
    const lines = [...stones, { toldUntil: said.erasedAt }];
    writeFileSync(tombstones, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const location = await makeEmpty(engine.name);
    const restored = accepted(await restoreAt(world, configAt(world, location), { file, tombstones }));
    expect(restored.replayed).toEqual({ persons: [personId], unsettled: [personId] });
    expect(restored.broken).toEqual([]);
    await goOn(location, async (there) => {
      expect(findNeedles(await readEverything(there), her.needles)).toEqual([]);
      const account = there.db.selectFrom('wallet_account').select('balance').where('id', '=', accountId);
      expect((await account.executeTakeFirstOrThrow()).balance).toBe(25_000);
      expect(await readTombstones(there.db)).toHaveLength(3);
    });
  }, 60_000);
});

onBothEngines('the list outside the database', (engine) => {
  it('is told of every erasure, holds ids only, and is mended after a write that broke off', async () => {
    const world = await engine.world();
    const her = await makeMarkedPerson(world);
    const file = world.config.tombstoneList;
    await eraseMarked(world, her);
    const text = readFileSync(file, 'utf8');
    expect(findNeedles(text, her.needles)).toEqual([]);
    const list = accepted(readTombstoneList(file));
    expect(list.stones).toEqual(await readTombstones(world.db));
    expect(list.toldUntil).toBe(world.clock.now());
    appendFileSync(file, '{"kind":"per');
    expect(accepted(readTombstoneList(file))).toEqual(list);
    world.clock.advance(1_000);
    await keepTombstones(world.app);
    expect(accepted(readTombstoneList(file))).toEqual({ stones: list.stones, toldUntil: world.clock.now() });
  }, 60_000);
});
