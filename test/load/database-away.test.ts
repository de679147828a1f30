import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { DATABASE_AWAY_WORDS, orderWhileAway, type Trouble } from '../scenarios/database-away';
import { plantInBuild } from '../scenarios/planted-build';
import { onBothEngines, onOneEngine } from '../setup/engines';
import type { World } from '../setup/open-world';
import { whyNoPretendedDisk } from '../setup/pretended-disk';

/** R8 and R9 at their small size. A full disk is skipped where there is no Linux or no C compiler. */
const missing = whyNoPretendedDisk();
if (missing) process.stdout.write(`  a full disk is skipped: ${missing}\n`);

const ORDERS = 12;
const order = (world: World, trouble: Trouble, main?: string) => {
  const folder = mkdtempSync(join(inject('databaseFolder'), 'away-'));
  return orderWhileAway(world, { trouble, orders: ORDERS, lasts: 500, folder, ...(main ? { main } : {}) });
};
const CLEAN = { turnedAway: ORDERS, others: [], half: 0, unread: [], acknowledgedAfter: ORDERS, broken: [] };

onBothEngines('a database that somebody else holds', (engine) => {
  it('turns orders away with their basket and when to come again, is read all the time, and takes them afterwards', {
    timeout: 60_000,
  }, async () => {
    expect(await order(await engine.world(), 'locked')).toEqual(CLEAN);
  });
});

onOneEngine('sqlite', 'a disk that is full', (engine) => {
  it.skipIf(missing)(
    'turns orders away with their basket and when to come again, is read all the time, and takes them afterwards',
    { timeout: 60_000 },
    async () => {
      expect(await order(await engine.world(), 'disk full')).toEqual(CLEAN);
    },
  );

  it.skipIf(missing)(
    'control: a build that does not know the error answers like a bug',
    { timeout: 60_000 },
    async () => {
      const planted = plantInBuild(...DATABASE_AWAY_WORDS['disk full']);
      try {
        const { turnedAway, others } = await order(await engine.world(), 'disk full', planted.main);
        expect(turnedAway).toBe(0);
        expect(others.every((answer) => answer.startsWith('500'))).toBe(true);
      } finally {
        planted.remove();
      }
    },
  );
});
