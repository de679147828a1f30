import type { OrderId, ParticipationId } from '~/shared/ids';
import type { Engine } from '~db/engine.server';
import { signInPerson } from '../factories/identity';
import { readTickets } from '../factories/orders';
import { makePayer, type Payer } from '../factories/prepared-orders';
import { makeOpenFestival, type OpenFestival, type OpenStall } from '../factories/stalls';
import { startBareServer } from '../measuring/bare-server';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { openOwnSite } from '../measuring/own-site';
import { median, spreadOf } from '../measuring/statistics';
import { lookAtWhatIsLeft } from '../scenarios/what-is-left';
import { HttpBrowser } from '../setup/http-browser';
import { send } from '../setup/http-client';
import type { World } from '../setup/open-world';

const CLIENTS = 16;
const STALLS = 30;
const PRICE = 1_000;
/** The fastest shop platform measured so on two cores at 16 clients: Vendure 3.7.3 on SQLite, whole journeys a second. */
const FASTEST_SHOP = 16.2;
const OTHERS =
  'Measured so on two other cores: Vendure 16.2/s on SQLite and 10.9 on PostgreSQL, pretix 3.8, Medusa 1.1.';

/** Festival page, two booths, three dishes, basket, order: eight requests. Without a payer it is to be paid at the stalls. */
async function makeJourney(
  origin: string,
  { slug }: OpenFestival,
  stalls: readonly OpenStall[],
  payer: Payer | undefined,
): Promise<OrderId> {
  const browser = new HttpBrowser(origin, payer?.session);
  const ask = async (status: number, path: string, form?: Record<string, string>) => {
    const answer = await browser.visit(path, form);
    if (answer.status !== status) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  };
  await ask(200, `/festival/${slug}`);
  for (const stall of stalls) await ask(200, `/festival/${slug}/lapak/${stall.slug}`);
  const [one, two] = stalls;
  for (const menu of [one?.listings[0], one?.listings[1], two?.listings[0]]) {
    await ask(303, '/keranjang/isi', { festival: slug, menu: String(menu), jumlah: '1', kembali: '/keranjang' });
  }
  await ask(200, '/keranjang');
  const paid = await ask(303, '/keranjang/bayar', payer ? { cara: 'dompet', pin: payer.pin } : { cara: 'tunai' });
  const [, orderId] = /^\/pesanan\/(ord_\w+)/.exec(paid.headers.location ?? '') ?? [];
  if (!orderId) throw new Error(`paying led to ${paid.headers.location}`);
  return orderId as OrderId;
}

/** Each stall takes the cash of its part: one request more a stall. */
async function takeCash(origin: string, world: World, orderId: OrderId, sessions: Sessions): Promise<void> {
  for (const { id, participation_id: stall } of await readTickets(world, orderId)) {
    const { status } = await send(origin, `/papan/${stall}/bon/${id}/lunas`, {
      form: {},
      session: sessions.get(stall),
    });
    if (status !== 303) throw new Error(`the cash of ${id} was answered with ${status}`);
  }
}

/** Journeys a second, everybody beginning anew as soon as the last one ended. */
async function rate(seconds: number, journey: (client: number, round: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  const end = began + seconds * 1_000;
  let done = 0;
  const client = async (_: unknown, index: number) => {
    for (let round = 0; performance.now() < end; round++) {
      await journey(index, round);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (done / (performance.now() - began)) * 1_000;
}

/** The same client sending eight requests to bare node:http: what the machine and this client could do at most. */
async function bareJourneys(run: MeasureRun): Promise<number> {
  const { origin } = await startBareServer(run, { headers: { 'Content-Type': 'text/html' }, body: 'x'.repeat(8_000) });
  return rate(run.seconds, async () => {
    const browser = new HttpBrowser(origin);
    for (let request = 0; request < 8; request++) await browser.visit('/');
  });
}

/** Of each stall's owner. */
type Sessions = Map<ParticipationId, string>;

interface Filled {
  festival: OpenFestival;
  payers: Payer[];
  sessions: Sessions;
}

async function fill(world: World, stalls: number): Promise<Filled> {
  const dishes = [1, 2, 3].map((dish) => ({ name: `Menu ${dish}`, price: PRICE, makeSeconds: 10 }));
  const festival = await makeOpenFestival(
    world,
    Array.from({ length: stalls }, () => ({ cookedAtOnce: 60, portions: 10_000, dishes })),
  );
  const payers: Payer[] = [];
  for (let made = 0; made < CLIENTS; made++) payers.push(await makePayer(world, { balance: 1_900_000 }));
  const sessions: Sessions = new Map();
  for (const { participationId, ownerId } of festival.stalls) {
    sessions.set(participationId, await signInPerson(world, ownerId));
  }
  return { festival, payers, sessions };
}

interface Walk {
  engine: Engine;
  /** Signed in, so that no page comes from memory, with a PIN that is hashed at its full cost; or a guest. */
  who: 'payer' | 'guest';
}

async function measure(run: MeasureRun, { engine, who }: Walk): Promise<Figure> {
  const stalls = run.size === 'quick' ? 3 : STALLS;
  let filled: Filled | null = null;
  const { world, site } = await openOwnSite(run, engine, {
    fill: async (world) => {
      filled = await fill(world, stalls);
    },
  });
  const { festival, payers, sessions } = filled ?? (await fill(world, stalls));
  const journey = async (client: number, round: number) => {
    const at = (client * 7 + round) % (stalls - 1);
    const payer = who === 'payer' ? payers[client] : undefined;
    const orderId = await makeJourney(site.origin, festival, festival.stalls.slice(at, at + 2), payer);
    if (!payer) await takeCash(site.origin, world, orderId, sessions);
  };
  await rate(Math.min(1, run.seconds), journey);
  const rates: number[] = [];
  for (let round = 0; round < run.rounds; round++) rates.push(await rate(run.seconds, journey));
  const bare = await bareJourneys(run);
  const { broken } = await lookAtWhatIsLeft(world, []);
  if (broken.length > 0) throw new Error(`after the load it does not add up: ${broken[0]}`);
  const { low, high } = spreadOf(rates);
  return {
    value: median(rates) / FASTEST_SHOP,
    spread: { low: low / FASTEST_SHOP, high: high / FASTEST_SHOP },
    reference: { what: 'the same client, eight requests to bare node:http', value: bare, unit: 'journeys/s' },
    note: `${median(rates).toFixed(1)} journeys/s; stock sold equals stock taken. ${OTHERS}`,
  };
}

const NAMES = { sqlite: 'SQLite with FULL', postgres: 'PostgreSQL with fsync' };

const PAYING = { payer: 'signed in, paid by wallet and PIN', guest: 'of guests, paid in cash at both stalls' };

const walks: Walk[] = (['payer', 'guest'] as const).flatMap((who) =>
  (['sqlite', 'postgres'] as const).map((engine) => ({ engine, who })),
);

export const lines: BenchLine[] = walks.map((walk) => ({
  id: `${walk.who === 'payer' ? 'journeys' : 'journeys-guest'}-${walk.engine}`,
  what: `whole journeys ${PAYING[walk.who]}, ${CLIENTS} clients on ${NAMES[walk.engine]}, as many times the fastest shop measured so (${FASTEST_SHOP}/s)`,
  goal: { atLeast: 100 },
  unit: '×',
  measure: (run: MeasureRun) => measure(run, walk),
}));
