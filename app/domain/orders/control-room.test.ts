import { expect, it } from 'vitest';
import { growStalls } from '../../../test/factories/many-rows';
import { accepted } from '../../../test/factories/merchants';
import { doorOf, makeOrder, nextBrowser } from '../../../test/factories/orders';
import { makeOpenFestival, type OpenStall } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { readFestivalDays } from '../festivals/read-festival.server';
import { reportIncident } from '../festivals/report-incident.server';
import { setPublishing } from '../merchants/set-publishing.server';
import { markSilent } from '../stalls/mark-silent.server';
import { markSoldOut } from '../stalls/mark-sold-out.server';
import { noteHeartbeat } from '../stalls/note-heartbeat.server';
import { pauseStall } from '../stalls/pause-stall.server';
import { acceptTicket } from './accept-ticket.server';
import { compareUrgency, concernsOf, passesFilter, readControlFilter } from './control-room';
import { handOver } from './hand-over.server';
import { markReady } from './mark-ready.server';
import { readControlRoom } from './read-control-room.server';
import { refundTicket } from './refund-ticket.server';

const MINUTE = 60_000;

async function readRoom(world: World, { festivalId, day }: OpenStall) {
  const days = await readFestivalDays(world.db, festivalId);
  const today = days.find((each) => each.day === day)!;
  return readControlRoom(world.db, { festivalId, day: today, now: world.clock.now() });
}

async function cook(world: World, stall: OpenStall, steps: number, quantity = 1) {
  const wallet = await makeWallet(world, { balance: 500_000 });
  const [ticketId] = (await makeOrder(world, [stall], { wallet, quantity })).tickets;
  const door = doorOf(stall, ticketId!);
  const done = { door, byPersonId: null, now: world.clock.now() };
  await world.inTransaction(async (tx) => {
    if (steps > 0) accepted(await acceptTicket(tx, { ...done, minutes: 5 }));
    if (steps > 1) accepted(await markReady(tx, done));
    if (steps > 2) accepted(await handOver(tx, done));
  });
  return done;
}

onBothEngines('the control room', (engine) => {
  it('goes on showing a stall whose business customers may not see', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}, {}]);
    const [hidden] = stalls as [OpenStall, OpenStall];
    await cook(world, hidden, 1);
    const { merchantId, ownerId: personId } = hidden;
    const no = { merchantId, personId, consent: false, now: world.clock.now() };
    await world.inTransaction((tx) => setPublishing(tx, no));
    const room = await readRoom(world, hidden);
    expect(room.stalls.map(({ booth }) => booth)).toContain(hidden.booth);
    expect(room.totals).toMatchObject({ stalls: 2, open: 1 });
  });

  it('counts what waits, what is ready and what was sold, less what was given back', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{ cookedAtOnce: 2 }, {}]);
    const [busy, idle] = stalls as [OpenStall, OpenStall];
    await cook(world, busy, 0, 2);
    await cook(world, busy, 1, 2);
    await cook(world, busy, 2);
    const sold = await cook(world, busy, 3, 3);
    await world.inTransaction(async (tx) =>
      accepted(await refundTicket(tx, { ...sold, refundId: 'refund_0001', amount: 5_000 })),
    );
    await makeOrder(world, [busy], { browser: nextBrowser() });
    const { make_seconds: seconds } = await world.db
      .selectFrom('order_ticket')
      .select(({ fn }) => fn.sum<number>('make_seconds').as('make_seconds'))
      .where('state', 'in', ['placed', 'accepted'])
      .where('slot_starts_at', '<=', world.clock.now() + 10 * MINUTE)
      .executeTakeFirstOrThrow();
    const room = await readRoom(world, busy);
    const of = (stall: OpenStall) => room.stalls.find(({ booth }) => booth === stall.booth);
    expect(of(busy)).toMatchObject({
      standing: 'open',
      open: 4,
      ready: 1,
      queueMinutes: Math.ceil(Number(seconds) / 60 / 2),
      sales: 25_000,
      oldestPlacedAt: world.clock.now(),
    });
    expect(of(busy)!.queueMinutes).toBeGreaterThan(0);
    expect(of(idle)).toMatchObject({
      open: 0,
      ready: 0,
      queueMinutes: 0,
      sales: 0,
      oldestPlacedAt: null,
      concerns: [],
    });
    expect(room.totals).toEqual({ stalls: 2, working: 2, open: 4, ready: 1, sales: 25_000 });
  });

  it('puts first what needs somebody: an incident, silence, an order nobody accepts, a pause, a dish that ran out', async () => {
    const world = await engine.world();
    const { stalls, organiserId } = await makeOpenFestival(world, [{}, {}, {}, {}, {}, {}]);
    const [fine, soldOut, paused, late, silent, hurt] = stalls as [
      OpenStall,
      OpenStall,
      OpenStall,
      OpenStall,
      OpenStall,
      OpenStall,
    ];
    const { festivalId, day } = fine;
    await noteHeartbeat(world.app, { ...silent, from: 'script', now: world.clock.now() });
    await cook(world, late, 0);
    world.clock.advance(3 * MINUTE);
    const now = world.clock.now();
    await world.inTransaction(async (tx) => {
      const listing = soldOut.listings[0] ?? 0;
      accepted(await markSoldOut(tx, { ...soldOut, listing, option: null, now }));
      accepted(await pauseStall(tx, { ...paused, reason: 'busy', now }));
      await markSilent(tx, { now });
      const incident = { festivalId, participationId: hurt.participationId, by: organiserId, now };
      accepted(await reportIncident(tx, { ...incident, kind: 'injury', severity: 'danger', text: '' }));
    });
    const room = await readRoom(world, fine);
    expect(room.stalls.map(({ booth, concerns }) => [booth, concerns])).toEqual([
      [hurt.booth, ['incident']],
      [silent.booth, ['silent']],
      [late.booth, ['late']],
      [paused.booth, ['paused']],
      [soldOut.booth, ['sold_out']],
      [fine.booth, []],
    ]);
    expect(room.incidents).toMatchObject([{ booth: hurt.booth, kind: 'injury', severity: 'danger' }]);
    expect(room.stalls.find(({ booth }) => booth === soldOut.booth)?.soldOut).toHaveLength(1);
    expect(room.totals.working).toBe(5);
    expect(day).toBe(late.day);
  });

  it('asks four questions for two hundred and twenty-two stalls', async () => {
    const world = await engine.world();
    const { stalls } = await makeOpenFestival(world, [{}]);
    const [stall] = stalls as [OpenStall];
    await cook(world, stall, 1);
    await growStalls(world, stall, 222);
    const asked: string[] = [];
    const counting = world.db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const [day] = await readFestivalDays(world.db, stall.festivalId);
    const now = world.clock.now();
    const room = await readControlRoom(counting, { festivalId: stall.festivalId, day: day!, now });
    expect(room.stalls).toHaveLength(222);
    expect(asked).toHaveLength(4);
  });
});

const load = { standing: 'open', queueMinutes: 0, oldestPlacedAt: null, soldOut: [], incident: null } as const;

it('a stall that has not opened is missed only while the festival is open', () => {
  const stall = { ...load, standing: 'not_checked_in' } as const;
  expect(concernsOf(stall, { now: 0, isOpen: true })).toEqual(['not_checked_in']);
  expect(concernsOf(stall, { now: 0, isOpen: false })).toEqual([]);
});

it('an order is late after three minutes, a queue is long after twenty', () => {
  const at = (ms: number) => concernsOf({ ...load, oldestPlacedAt: 0 }, { now: ms, isOpen: true });
  expect(at(3 * MINUTE - 1)).toEqual([]);
  expect(at(3 * MINUTE)).toEqual(['late']);
  expect(concernsOf({ ...load, queueMinutes: 20 }, { now: 0, isOpen: true })).toEqual([]);
  expect(concernsOf({ ...load, queueMinutes: 21 }, { now: 0, isOpen: true })).toEqual(['queue']);
});

it('filters by one concern, by any, or not at all; an unknown word shows all', () => {
  const stall = { concerns: ['late', 'paused'] as const };
  expect(['all', 'attention', 'late', 'paused'].map((word) => passesFilter(stall, readControlFilter(word)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(passesFilter(stall, 'silent')).toBe(false);
  expect(passesFilter({ concerns: [] }, 'attention')).toBe(false);
  expect(readControlFilter('x')).toBe('all');
  expect(readControlFilter(null)).toBe('all');
});

it('among equals the longer queue comes first, then the booth', () => {
  const stalls = [
    { booth: 3, queueMinutes: 0, concerns: [] },
    { booth: 1, queueMinutes: 0, concerns: [] },
    { booth: 2, queueMinutes: 9, concerns: [] },
  ];
  expect(stalls.sort(compareUrgency).map(({ booth }) => booth)).toEqual([2, 1, 3]);
});
