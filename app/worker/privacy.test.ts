import { expect, it } from 'vitest';
import { ERASURE_STEPS, type ErasureStep } from '~/domain/privacy/erase-person.server';
import { gatherExport } from '~/domain/privacy/gather-export.server';
import { readTombstones } from '~/platform/tombstone.server';
import { eraseMarked, findNeedles, readEverything } from '../../test/factories/erased-person';
import { makeMarkedPerson } from '../../test/factories/marked-person';
import { MARK } from '../../test/factories/marked-rows';
import { onBothEngines, onOneEngine } from '../../test/setup/engines';
import { drainOutbox } from './run-worker.server';

/** Our own fingerprints, keys and addresses of the same thing, which would tell her nothing. */
const NOT_COPIED = /link|p256dh|auth$|last_error|key$|stall_setupslug|^zuqxdish$/;

/** What is planted: a text with the mark, or a number of hers. */
const IS_MARK = new RegExp(`^(${MARK}|9876\\d{5}$)`);

onBothEngines('erasing somebody', (engine) => {
  it('leaves none of her marks in tables, files, messages, the log or the database’s file, and tells every page', async () => {
    const world = await engine.world();
    const her = await makeMarkedPerson(world);
    expect(findNeedles(await readEverything(world), her.needles), 'planted').toHaveLength(her.needles.length);
    const touched = new Set<string>();
    world.app.onTopics((topics) => {
      for (const topic of topics) touched.add(topic);
    });
    touched.clear();
    const said = await eraseMarked(world, her);
    expect(findNeedles(await readEverything(world), her.needles)).toEqual([]);
    expect(findNeedles(said, her.needles)).toEqual([]);
    const { festivalId, participationId } = her.stall;
    for (const topic of [
      `merchant:${her.merchantId}`,
      `stall:${participationId}`,
      `festival:${festivalId}`,
      `call:${festivalId}`,
    ]) {
      expect(touched).toContain(topic);
    }
    expect((await readTombstones(world.db)).map(({ id }) => id).sort()).toEqual([her.merchantId, her.personId].sort());
    const [request] = await world.db
      .selectFrom('privacy_request')
      .select(['state', 'ended_at'])
      .where('kind', '=', 'erasure')
      .execute();
    expect(request).toMatchObject({ state: 'answered' });
  }, 60_000);

  it('stopped after any step is gone on with, to the same end', async () => {
    const world = await engine.world();
    const her = await makeMarkedPerson(world);
    let budget = 3;
    const breaking = Object.fromEntries(
      Object.entries(ERASURE_STEPS).map(([name, step]): [string, ErasureStep] => [
        name,
        async (tx, subject, now) => {
          await step(tx, subject, now);
          budget -= 1;
          if (budget < 0) throw new Error('the process died here');
        },
      ]),
    );
    await expect(eraseMarked(world, her, breaking)).rejects.toThrow('died here');
    expect(await readTombstones(world.db)).toEqual([]);
    await drainOutbox(world.app);
    expect(findNeedles(await readEverything(world), her.needles)).toEqual([]);
    expect(await readTombstones(world.db)).toHaveLength(2);
  }, 60_000);

  it('her copy held every mark before, but secrets and pictures', async () => {
    const world = await engine.world();
    const her = await makeMarkedPerson(world);
    const copy = await gatherExport(world.app, { personId: her.personId, now: world.clock.now() });
    const text = JSON.stringify(copy);
    const marks = her.needles.filter((needle) => IS_MARK.test(needle) && !NOT_COPIED.test(needle));
    expect(marks.filter((mark) => !text.includes(mark))).toEqual([]);
    expect(text).toContain('1671014101900000');
  }, 60_000);
});

onOneEngine('sqlite', 'control: with one capability left out', (engine) => {
  const names = Object.keys(ERASURE_STEPS).filter((name) => name !== 'entry');
  it.each(names)(
    '%s, her marks are found',
    async (name) => {
      const world = await engine.world();
      const her = await makeMarkedPerson(world);
      const { [name]: _, ...steps } = ERASURE_STEPS;
      await eraseMarked(world, her, steps);
      expect(findNeedles(await readEverything(world), her.needles)).not.toEqual([]);
    },
    60_000,
  );
});
