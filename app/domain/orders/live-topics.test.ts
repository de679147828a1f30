import { expect, it } from 'vitest';
import type { LiveTopic } from '~/platform/live.server';
import { newSecretId } from '~/shared/ids';
import { accepted } from '../../../test/factories/merchants';
import { doorOf, makeOrder, nextBrowser, tryOrder } from '../../../test/factories/orders';
import { makeOpenFestival, type OpenStall } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { acceptTicket } from './accept-ticket.server';
import { answerAsked } from './answer-asked.server';
import { askCustomer } from './ask-customer.server';
import { cancelTicket } from './cancel-ticket.server';
import { closeDay } from './close-day.server';
import { expireTicket } from './expire-ticket.server';
import { handOver } from './hand-over.server';
import { markReady } from './mark-ready.server';
import { TICKET_GRAPH, type TicketState } from './orders';
import { placeCounterSale } from './place-counter-sale.server';
import { refundTicket } from './refund-ticket.server';
import { refuseTicket } from './refuse-ticket.server';
import { returnCancelled } from './return-cancelled.server';
import { takeCash } from './take-cash.server';

type Verb = (ticket: AtTicket) => Promise<unknown>;
type AtTicket = Awaited<ReturnType<typeof begin>>;
type Begin = 'awaiting_cash' | 'placed' | 'accepted' | 'ready' | 'handed_over';

const by = null;
const inOne = ({ world }: AtTicket, work: Parameters<World['inTransaction']>[0]) => world.inTransaction(work);

const accept: Verb = (at) =>
  inOne(at, (tx) => acceptTicket(tx, { door: at.door, minutes: 5, byPersonId: by, now: at.now() }));
const ready: Verb = (at) => inOne(at, (tx) => markReady(tx, { door: at.door, byPersonId: by, now: at.now() }));
const hand: Verb = (at) => inOne(at, (tx) => handOver(tx, { door: at.door, byPersonId: by, now: at.now() }));
const refuseIt: Verb = (at) =>
  inOne(at, (tx) => refuseTicket(tx, { door: at.door, reason: 'too_busy', byPersonId: by, now: at.now() }));
const cancel: Verb = (at) => inOne(at, (tx) => cancelTicket(tx, { ...at.own, now: at.now() }));
const close: Verb = (at) =>
  inOne(at, (tx) => closeDay(tx, { festivalId: at.stall.festivalId, day: at.stall.day, now: at.now() }));
const ask: Verb = (at) => inOne(at, (tx) => askCustomer(tx, { ...at.worker, now: at.now() }));
const answer =
  (given: 'wait' | 'refund'): Verb =>
  async (at) =>
    inOne(at, (tx) => answerAsked(tx, { ...at.own, answer: given, now: at.now() }));

/** Every verb that moves a ticket or what is shown of it, from a state to a state. */
const VERBS: { from: Begin; to: TicketState; name: string; first?: Verb; verb: Verb }[] = [
  {
    from: 'awaiting_cash',
    to: 'placed',
    name: 'takeCash',
    verb: (at) => inOne(at, (tx) => takeCash(tx, { door: at.door, byPersonId: by, now: at.now() })),
  },
  {
    from: 'awaiting_cash',
    to: 'expired',
    name: 'expireTicket',
    verb: async (at) => {
      at.world.clock.advance(11 * 60_000);
      return inOne(at, (tx) => expireTicket(tx, { ...at.worker, now: at.now() }));
    },
  },
  { from: 'awaiting_cash', to: 'cancelled', name: 'cancelTicket', verb: cancel },
  { from: 'placed', to: 'accepted', name: 'acceptTicket', verb: accept },
  { from: 'placed', to: 'refused', name: 'refuseTicket', verb: refuseIt },
  { from: 'placed', to: 'cancelled', name: 'cancelTicket', verb: cancel },
  { from: 'placed', to: 'placed', name: 'askCustomer', verb: ask },
  { from: 'placed', to: 'placed', name: 'answerAsked: wait', first: ask, verb: answer('wait') },
  { from: 'placed', to: 'cancelled', name: 'answerAsked: refund', first: ask, verb: answer('refund') },
  { from: 'placed', to: 'refused', name: 'closeDay', verb: close },
  {
    from: 'placed',
    to: 'refused',
    name: 'returnCancelled',
    verb: (at) => inOne(at, (tx) => returnCancelled(tx, { ...at.worker, now: at.now() })),
  },
  { from: 'accepted', to: 'ready', name: 'markReady', verb: ready },
  { from: 'accepted', to: 'refused', name: 'refuseTicket', verb: refuseIt },
  { from: 'ready', to: 'handed_over', name: 'handOver', verb: hand },
  { from: 'ready', to: 'uncollected', name: 'closeDay', verb: close },
  {
    from: 'handed_over',
    to: 'handed_over',
    name: 'refundTicket',
    verb: (at) =>
      inOne(at, (tx) =>
        refundTicket(tx, { door: at.door, refundId: 'refund_0001', amount: 1_000, byPersonId: by, now: at.now() }),
      ),
  },
];

const onReadyBoard = (state: TicketState) => state === 'accepted' || state === 'ready';

async function begin(world: World, from: Begin, stall: OpenStall) {
  const wallet = from === 'awaiting_cash' ? undefined : await makeWallet(world, { balance: 100_000 });
  const made = await makeOrder(world, [stall], wallet ? { wallet } : { browser: nextBrowser() });
  const [ticketId] = made.tickets;
  if (!ticketId) throw new Error('an order has a ticket');
  const at = {
    world,
    stall,
    orderId: made.orderId,
    door: doorOf(stall, ticketId),
    own: { orderId: made.orderId, ticketId },
    worker: { festivalId: stall.festivalId, ticketId },
    now: () => world.clock.now(),
  };
  for (const step of [accept, ready, hand].slice(0, ['placed', 'accepted', 'ready', 'handed_over'].indexOf(from))) {
    await step(at);
  }
  return at;
}

/** What open pages hear of while `work` runs, each once. */
async function heardWhile(world: World, work: () => Promise<unknown>): Promise<LiveTopic[]> {
  const heard = new Set<LiveTopic>();
  const stop = world.app.onLive((topics) => {
    if (topics !== 'all') for (const topic of topics) heard.add(topic);
  });
  await work();
  stop();
  return [...heard].sort();
}

const topicsOf = ({ festivalId, participationId }: OpenStall, orderId: string, withReadyBoard: boolean): LiveTopic[] =>
  [
    `board:${participationId}` as const,
    `control:${festivalId}` as const,
    `order:${orderId}` as const,
    ...(withReadyBoard ? [`ready:${festivalId}` as const] : []),
  ].sort();

it('the verbs below walk every edge of the ticket graph', () => {
  const edges = Object.entries(TICKET_GRAPH).flatMap(([from, tos]) => tos.map((to) => `${from}>${to}`));
  const walked = VERBS.map(({ from, to }) => `${from}>${to}`);
  expect(edges.filter((edge) => !walked.includes(edge))).toEqual([]);
});

onBothEngines('open pages hear of a ticket', (engine) => {
  it.each(VERBS)('$from to $to by $name', async ({ from, to, first, verb }) => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions: 10 }]);
    const at = await begin(world, from, stalls[0]!);
    await first?.(at);
    const heard = await heardWhile(world, () => verb(at));
    const moved = from !== to && (onReadyBoard(from as TicketState) || onReadyBoard(to));
    expect(heard).toEqual(topicsOf(at.stall, at.orderId, moved));
    const { state } = await world.db
      .selectFrom('order_ticket')
      .select('state')
      .where('id', '=', at.own.ticketId)
      .executeTakeFirstOrThrow();
    expect(state).toBe(to);
  });

  it('that was placed: at each of its stalls', async () => {
    const world = await engine.world();
    const { stalls, festivalId } = await makeOpenFestival(world, [{}, {}]);
    const orderId = newSecretId('ord');
    const wallet = await makeWallet(world, { balance: 100_000 });
    const heard = await heardWhile(world, () => makeOrder(world, stalls, { orderId, wallet }));
    const boards = stalls.map(({ participationId }) => `board:${participationId}`);
    expect(heard).toEqual([...boards, `control:${festivalId}`, `order:${orderId}`].sort());
  });

  it('that was sold across the counter: it is being cooked at once, so the ready board too', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const stall = stalls[0]!;
    const orderId = newSecretId('ord');
    const sale = { orderId, day: stall.day, language: 'id', byPersonId: by, now: world.clock.now() };
    const lines = [{ listing: stall.listings[0] ?? 0, options: [], quantity: 1 }];
    const { festivalId, participationId } = stall;
    const heard = await heardWhile(world, () =>
      world.inTransaction(async (tx) =>
        accepted(await placeCounterSale(tx, { ...sale, festivalId, participationId, lines })),
      ),
    );
    expect(heard).toEqual(topicsOf(stall, orderId, true));
  });

  it('only when it counts: a refused order and a move that comes too late tell nobody', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ portions: 1 }]);
    const at = await begin(world, 'ready', stalls[0]!);
    expect(await heardWhile(world, () => accept(at))).toEqual([]);
    expect(await heardWhile(world, () => tryOrder(world, stalls, { browser: nextBrowser() }))).toEqual([]);
  });
});
