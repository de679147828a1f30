import { makeOpenFestival, type OpenStall } from '../factories/stalls';
import type { MeasureRun } from '../measuring/bench-line';
import { type OwnSite, openOwnSite } from '../measuring/own-site';

const STALLS = 30;

export interface PageSite extends OwnSite {
  stall: OpenStall;
  /** A stall's page, as behind its booth's QR. */
  path: string;
}

/** The site with a festival that runs today; the worker is left out, so that only pages are measured. */
export async function openPageSite(run: MeasureRun, engine: 'sqlite' | 'postgres' = 'sqlite'): Promise<PageSite> {
  let made: { stall: OpenStall; path: string } | undefined;
  const opened = await openOwnSite(run, engine, {
    env: { ROLE: 'web' },
    fill: async (world) => {
      const dishes = Array.from({ length: 8 }, (_, index) => ({ name: `Pempek ${index}`, price: 10_000 + index }));
      const wishes = Array.from({ length: run.size === 'quick' ? 3 : STALLS }, () => ({ dishes }));
      const { stalls, slug } = await makeOpenFestival(world, wishes);
      made = { stall: stalls[0]!, path: `/festival/${slug}/lapak/${stalls[0]!.slug}` };
    },
  });
  return { ...opened, ...made! };
}
