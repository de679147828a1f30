import type { Engine } from '~db/engine.server';
import { Baskets } from '../load/busy-festival';
import { openBusySite, warmUp } from '../load/busy-site';
import { orderAndCheck, paymentsOf } from '../load/order-load';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import type { LoadRequest } from '../measuring/load';
import { makePacedLoad } from '../measuring/paced-load';
import { median, spreadOf } from '../measuring/statistics';

/**
 * A noon of many people: they browse without an account, each on a phone of her own, and look at a page for twenty
 * seconds; one in twenty pages is a search, which is never kept. Beside them orders arrive as people come, not as answers
 * do. Nobody waits for an answer before somebody else asks, so whatever piles up is in the figures.
 */
const PEOPLE = 10_000;
const SECONDS_A_PAGE = 20;
const ONE_SEARCH_IN = 20;
const ORDERS_A_SECOND = 500;

const HEADERS = { 'Accept-Encoding': 'gzip, deflate, br' };
const WORDS = ['pempek', 'pem', 'pempek 1', 'lapak'];

const pages = (paths: readonly string[]): LoadRequest[] => paths.map((path) => ({ path, headers: HEADERS }));

async function measure(run: MeasureRun, engine: Engine): Promise<Figure> {
  const customers = await openBusySite(run, { engine });
  const { festival, site } = customers;
  const baskets = new Baskets(festival);
  await warmUp(run, { ...customers, baskets });
  const { slug, stalls } = festival;
  const browsing = pages([
    `/festival/${slug}`,
    `/festival/${slug}/peserta`,
    ...stalls.map((stall) => `/festival/${slug}/lapak/${stall.slug}`),
  ]);
  const searches = pages(WORDS.map((words) => `/cari?festival=${slug}&kata=${encodeURIComponent(words)}`));
  const seconds = run.size === 'quick' ? 2 : 4 * run.seconds;
  const views = PEOPLE / SECONDS_A_PAGE;
  const share = run.size === 'quick' ? 0.1 : 1;
  const round = () => {
    // More than will come: how many do is left to chance.
    const payments = paymentsOf(festival, baskets, Math.ceil(1.2 * share * ORDERS_A_SECOND * seconds));
    const flow = (requests: LoadRequest[], rate: number) =>
      ({ requests, rate: share * rate, connections: 'new', expect: 200 }) as const;
    return orderAndCheck(festival, async () => {
      const value = await makePacedLoad(run, {
        origin: site.origin,
        seconds,
        flows: {
          orders: { requests: payments, rate: share * ORDERS_A_SECOND, connections: 'kept', expect: 303 },
          pages: flow(browsing, views - views / ONE_SEARCH_IN),
          searches: flow(searches, views / ONE_SEARCH_IN),
        },
      });
      return { value, orders: value.orders.requests };
    });
  };
  const rounds: Awaited<ReturnType<typeof round>>[] = [];
  for (let done = 0; done < run.rounds; done++) rounds.push(await round());
  const p99 = rounds.map(({ orders }) => orders.p99);
  const middle = (of: 'orders' | 'pages' | 'searches', part: 'p50' | 'p99') =>
    `${median(rounds.map((figures) => figures[of][part])).toFixed(1)} ms`;
  return {
    value: median(p99),
    spread: spreadOf(p99),
    reference: null,
    note:
      `nobody was refused; half of the orders within ${middle('orders', 'p50')}; ` +
      `pages p99 ${middle('pages', 'p99')}, searches ${middle('searches', 'p99')}`,
  };
}

const NAMES = { sqlite: 'SQLite with FULL', postgres: 'PostgreSQL with fsync' };

export const lines: BenchLine[] = (['sqlite', 'postgres'] as const).map((engine) => ({
  id: `mixed-load-${engine}`,
  what: `orders while ${PEOPLE} people browse and ${ORDERS_A_SECOND} orders a second arrive, the slowest in a hundred (${NAMES[engine]})`,
  goal: { atMost: 100 },
  unit: 'ms',
  measure: (run: MeasureRun) => measure(run, engine),
}));
