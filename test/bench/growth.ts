import { readApplicants } from '~/domain/festivals/read-applicants.server';
import { readComposition } from '~/domain/festivals/read-composition.server';
import type { Engine } from '~db/engine.server';
import { curate, makeApplicant, makeFestival } from '../factories/festivals';
import { growApplicants } from '../factories/many-rows';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { openOwnSite, openOwnWorld } from '../measuring/own-site';
import { median, spreadOf } from '../measuring/statistics';
import {
  askInTurns,
  growthOf,
  openGrownFestival,
  openOldFestival,
  orderInTurns,
  type PagesOfSite,
  tellGrowth,
  worstOf,
} from '../scenarios/growth';

/** What grows and what must not: the slow hundredth of pages and orders, a festival's beside a larger one's, in turns. */
async function measurePages(run: MeasureRun, engine: Engine): Promise<Figure> {
  const sizes = run.size === 'quick' ? [30, 60] : [30, 222, 5_000];
  const sites: PagesOfSite[] = [];
  for (const stalls of sizes) {
    let slug = '';
    const fill = async (world: Parameters<typeof openGrownFestival>[0]) => {
      ({ slug } = await openGrownFestival(world, stalls));
    };
    const { site } = await openOwnSite(run, engine, { fill });
    sites.push({ origin: site.origin, slug, stalls });
  }
  const [small, ...grown] = await askInTurns(sites, run.size === 'quick' ? 5 : 2_500);
  if (!small) throw new Error('nothing was asked');
  const growths = grown.map((times) => growthOf(times, small));
  const worst = worstOf(growths.flat());
  return {
    value: worst.ratio,
    spread: spreadOf(growths.map((ofSize) => worstOf(ofSize).ratio)),
    reference: { what: `the same page (${worst.of}) at ${sizes[0]} stalls, p99`, value: worst.small, unit: 'ms' },
    note: `at ${sizes.at(-1)}: ${tellGrowth(growths.at(-1) ?? [])}; sizes ${sizes.join(', ')}; spread is over the sizes`,
  };
}

async function measureOrders(run: MeasureRun, engine: Engine): Promise<Figure> {
  const [few, many, turns] = run.size === 'quick' ? [100, 1_000, 10] : [1_000, 50_000, 1_000];
  const worlds = [];
  for (const orders of [few, many]) worlds.push(await openOldFestival(await openOwnWorld(run, engine), orders, turns));
  const [small, grown] = await orderInTurns(worlds, turns);
  if (!small || !grown) throw new Error('nothing was ordered');
  const growths = growthOf(grown, small);
  const worst = worstOf(growths);
  return {
    value: worst.ratio,
    reference: { what: `the same (${worst.of}) after ${few} orders, p99`, value: worst.small, unit: 'ms' },
    note: `${tellGrowth(growths)} after ${many} orders`,
  };
}

const APPLICANTS = 222;

/** The applicants and the composer's board as an organiser's page reads them; what React adds is not in it. */
async function measureOrganiser(run: MeasureRun): Promise<Figure> {
  const world = await openOwnWorld(run, 'sqlite');
  const festival = await makeFestival(world, { boothCount: APPLICANTS });
  const applicant = await makeApplicant(world, festival.festivalId);
  await growApplicants(world, applicant, APPLICANTS);
  await curate(world, { festivalId: festival.festivalId, by: festival.organiserId });
  const times: number[] = [];
  for (let turn = 0; turn < 4 * run.rounds; turn++) {
    const began = performance.now();
    const applicants = await readApplicants(world.db, { festivalId: festival.festivalId, now: world.clock.now() });
    await readComposition(world.db, { festivalId: festival.festivalId, now: world.clock.now() });
    times.push(performance.now() - began);
    if (applicants.length !== APPLICANTS) throw new Error(`${applicants.length} applicants were read`);
  }
  return {
    value: median(times),
    spread: spreadOf(times),
    reference: null,
    note: 'Both pages read one after the other.',
  };
}

export const lines: BenchLine[] = [
  ...(['sqlite', 'postgres'] as const).flatMap((engine): BenchLine[] => [
    {
      id: engine === 'sqlite' ? 'growth-pages' : `growth-pages-${engine}`,
      what: `festival, stall and search page past the cache, 30 → 222 → 5,000 stalls, p99 (${engine})`,
      goal: { atMost: 1.5 },
      unit: '×',
      measure: (run) => measurePages(run, engine),
    },
    {
      id: engine === 'sqlite' ? 'growth-orders' : `growth-orders-${engine}`,
      what: `an order and reading it, 1 thousand → 50 thousand orders, p99 (${engine}); a million by npm run prove`,
      goal: { atMost: 1.5 },
      unit: '×',
      measure: (run) => measureOrders(run, engine),
    },
  ]),
  {
    id: 'organiser-222',
    what: `server time of an organiser's pages with ${APPLICANTS} applicants`,
    goal: { atMost: 300 },
    unit: 'ms',
    measure: measureOrganiser,
  },
];
