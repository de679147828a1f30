import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { plantInBuild } from '../scenarios/planted-build';
import { cutPowerWhileOrdering } from '../scenarios/power-cut';
import { onOneEngine } from '../setup/engines';
import { whyNoPretendedDisk } from '../setup/pretended-disk';

/** R2 at its small size. Skipped where there is no Linux or no C compiler: the disk below the process is pretended in C. */
const missing = whyNoPretendedDisk();
if (missing) process.stdout.write(`  power cuts are skipped: ${missing}\n`);

onOneEngine('sqlite', 'a power cut', (engine) => {
  const cut = async (main?: string) => {
    const world = await engine.world();
    const folder = mkdtempSync(join(inject('databaseFolder'), 'power-'));
    return cutPowerWhileOrdering(world, { cuts: 6, between: [5, 25], folder, ...(main ? { main } : {}) });
  };

  it.skipIf(missing)(
    'takes no order that was acknowledged, and leaves nothing half',
    { timeout: 120_000 },
    async () => {
      const outcome = await cut();
      expect(outcome).toMatchObject({ cutsThatLost: 0, lostMost: 0, broken: [], others: [] });
      expect(outcome.acknowledged).toBeGreaterThanOrEqual(30);
    },
  );

  it.skipIf(missing)(
    'control: with synchronous=NORMAL it takes acknowledged orders',
    { timeout: 120_000 },
    async () => {
      const planted = plantInBuild('synchronous = FULL', 'synchronous = NORMAL');
      try {
        const outcome = await cut(planted.main);
        expect(outcome.others).toEqual([]);
        expect(outcome.cutsThatLost).toBeGreaterThan(0);
      } finally {
        planted.remove();
      }
    },
  );
});
