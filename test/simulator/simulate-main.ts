import { writeFileSync } from 'node:fs';
import type { Engine } from '~db/engine.server';
import { withRun } from '../measuring/measure-line';
import { openOwnWorld } from '../measuring/own-site';
import { type DayFigures, isSound, readDayFigures } from './day-figures';
import { drawDay, toPng } from './day-picture';
import { planDay } from './day-plan';
import { playDay } from './play-day';
import { tellDay } from './tell-day';

/**
 * `npm run simulate`, built and started by test/simulate.mjs: [--stalls 30] [--seed 7] [--engine sqlite|postgres]
 * [--customers 15] [--json file] [--picture file.png]. Ends with 1 when the day is not sound.
 */
const words = process.argv.slice(2);

function option(name: string, otherwise: string): string {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? otherwise : (words[at + 1] ?? otherwise);
}

const plan = planDay({
  stalls: Number(option('stalls', '30')),
  seed: Number(option('seed', '7')),
  customersPerStall: Number(option('customers', '15')),
});
const tell = (text: string) => process.stderr.write(`${text} …\n`);

const figures = await withRun('full', async (run): Promise<DayFigures> => {
  const world = await openOwnWorld(run, option('engine', 'sqlite') as Engine);
  const day = await playDay(world, plan, { folder: run.folder, prefix: run.cores.site, tell });
  return readDayFigures(world, plan, day);
});
process.stdout.write(tellDay(figures));
const json = option('json', '');
const picture = option('picture', '');
if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
if (picture) writeFileSync(picture, await toPng(drawDay(figures)));
process.exit(isSound(figures) ? 0 : 1);
