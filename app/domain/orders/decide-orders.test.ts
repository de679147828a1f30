import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId, DishId, FestivalId, MerchantId, OrderId, ParticipationId, RuleId } from '~/shared/ids';
import { commissionOf, decideOrders, type OrderDecision } from './decide-orders';
import {
  type DayFacts,
  dayKey,
  type ListingFacts,
  type OrderRequest,
  type OrderSnapshot,
  type SlotFacts,
  type StallFacts,
} from './internal/order-snapshot';

const FESTIVAL = 'fst_one' as FestivalId;
const DAY = '2026-11-28';
const NOW = 1_000_000;
const STALLS = ['par_a', 'par_b'] as ParticipationId[];
const ACCOUNT = 'acc_one' as AccountId;
const SLOTS = [NOW + 1, NOW + 600_001, NOW + 1_200_001];

interface World {
  portions: (number | null)[];
  used: number[][];
  balance: number;
  unpaid: number;
  existing: OrderId[];
  browsers: [string, OrderId][];
  numbers: number[];
}

/** Two stalls with one dish each: Rp10.000, 300 s, slots of 1,200 s. */
function snapshotOf(world: World): OrderSnapshot {
  const day: DayFacts = {
    festivalState: 'running',
    listings: new Map(STALLS.map((id, index) => [index + 1, listing(index + 1, id)])),
    stalls: new Map(STALLS.map((id, index) => [id, stall(id, world.numbers[index] ?? 0)])),
    stock: new Map(world.portions.map((portionsLeft, index) => [index + 1, { portionsLeft, soldOutAt: null }])),
    optionsSoldOut: new Set(),
    slots: new Map(STALLS.map((id, index) => [id, slots(world.used[index] ?? [])])),
    unpaid: { portions: world.unpaid, ceiling: 12 },
    browsers: new Map(world.browsers),
    commission: { wallet: { id: 'rul_one' as RuleId, basisPoints: 500, fixedAmount: 0 } },
  };
  return {
    existing: new Set(world.existing),
    accounts: new Map([[ACCOUNT, { balance: world.balance, held: 0 }]]),
    pinPasses: new Map(),
    days: new Map([[dayKey(FESTIVAL, DAY), day]]),
  };
}

const listing = (number: number, participationId: ParticipationId): ListingFacts => ({
  number,
  participationId,
  dishId: `dsh_${number}` as DishId,
  dishName: 'Tekwan',
  festivalPrice: 10_000,
  normalPrice: 10_000,
  makeSeconds: 300,
  withdrawnAt: null,
  groups: [],
  options: [],
});

const stall = (participationId: ParticipationId, lastPickupNumber: number): StallFacts => ({
  participationId,
  merchantId: 'mrc_one' as MerchantId,
  name: participationId,
  booth: 14,
  slotCapacity: 1_200,
  checkedIn: 'yes',
  opensAt: 0,
  closesAt: NOW * 10,
  pausedUntil: null,
  closedAt: null,
  silentAt: null,
  shown: 'yes',
  lastPickupNumber,
});

const slots = (used: readonly number[]): SlotFacts[] =>
  SLOTS.map((startsAt, index) => ({ startsAt, capacitySeconds: 1_200, usedSeconds: used[index] ?? 0 }));

/** What a batch has taken, written back into the world: what the set statements do. */
function apply(world: World, decisions: readonly OrderDecision[]): World {
  const next: World = structuredClone(world);
  for (const decision of decisions) {
    if (decision.kind !== 'placed') continue;
    const { request, tickets, total } = decision.plan;
    next.existing.push(request.orderId);
    if (request.payment === 'wallet') next.balance -= total;
    if (request.payment === 'cash' && request.source === 'customer') {
      next.unpaid += request.lines.reduce((sum, line) => sum + line.quantity, 0);
      if (request.browserHmac) next.browsers.push([request.browserHmac, request.orderId]);
    }
    for (const ticket of tickets) {
      const index = STALLS.indexOf(ticket.participationId);
      const slot = SLOTS.indexOf(ticket.slotStartsAt);
      const used = next.used[index];
      if (used) used[slot] = (used[slot] ?? 0) + ticket.makeSeconds;
      next.numbers[index] = ticket.pickupNumber;
      for (const line of ticket.lines) {
        const left = next.portions[line.listing - 1] ?? null;
        next.portions[line.listing - 1] = left === null ? null : left - line.portionsTaken;
      }
    }
  }
  return next;
}

const request = (changes: Partial<OrderRequest> = {}): OrderRequest => ({
  orderId: 'ord_one' as OrderId,
  festivalId: FESTIVAL,
  day: DAY,
  source: 'customer',
  payment: 'wallet',
  personId: null,
  accountId: ACCOUNT,
  pinCheckedAt: NOW,
  sessionId: null,
  browserHmac: null,
  language: 'id',
  lines: [{ listing: 1, options: [], quantity: 1, price: 10_000, heldUntil: NOW }],
  slots: [],
  byPersonId: null,
  ...changes,
});

const someLine = fc.record({
  listing: fc.integer({ min: 1, max: 2 }),
  options: fc.constant([]),
  quantity: fc.integer({ min: 1, max: 5 }),
  price: fc.constantFrom(10_000, 9_000),
  heldUntil: fc.constantFrom(NOW, NOW - 1),
});

const someRequest: fc.Arbitrary<OrderRequest> = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    payment: fc.constantFrom('wallet' as const, 'cash' as const),
    source: fc.constantFrom('customer' as const, 'customer' as const, 'counter' as const),
    browser: fc.constantFrom('x', 'y', null),
    lines: fc.array(someLine, { maxLength: 3 }),
    slot: fc.constantFrom(null, ...SLOTS),
  })
  .map(({ id, payment, source, browser, lines, slot }) =>
    request({
      orderId: `ord_${id}` as OrderId,
      payment,
      source,
      browserHmac: browser,
      lines,
      slots: slot === null ? [] : STALLS.map((participationId) => ({ participationId, startsAt: slot })),
    }),
  );

const someWorld: fc.Arbitrary<World> = fc.record({
  portions: fc.tuple(fc.option(fc.integer({ min: 0, max: 12 })), fc.option(fc.integer({ min: 0, max: 12 }))),
  used: fc.tuple(someUse(), someUse()),
  balance: fc.integer({ min: 0, max: 20 }).map((tens) => tens * 10_000),
  unpaid: fc.integer({ min: 0, max: 12 }),
  existing: fc.constant<OrderId[]>([]),
  browsers: fc.constant<[string, OrderId][]>([]),
  numbers: fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })),
});

function someUse() {
  return fc.array(fc.constantFrom(0, 300, 900, 1_200), { minLength: 3, maxLength: 3 });
}

describe('deciding a batch of orders', () => {
  it('decides exactly as the same orders one by one', () => {
    fc.assert(
      fc.property(someWorld, fc.array(someRequest, { maxLength: 12 }), (world, requests) => {
        const together = decideOrders(snapshotOf(world), requests, NOW);
        let now = world;
        const oneByOne = requests.flatMap((each) => {
          const decided = decideOrders(snapshotOf(now), [each], NOW);
          now = apply(now, decided);
          return decided;
        });
        expect(together).toEqual(oneByOne);
        expect(apply(world, together)).toEqual(now);
      }),
      { numRuns: 400, seed: 28 },
    );
  });

  it('never takes a portion, a second, a rupiah or an unpaid place that is not there', () => {
    fc.assert(
      fc.property(someWorld, fc.array(someRequest, { maxLength: 20 }), (world, requests) => {
        const after = apply(world, decideOrders(snapshotOf(world), requests, NOW));
        expect(after.portions.every((left) => left === null || left >= 0)).toBe(true);
        expect(after.used.flat().every((seconds) => seconds <= 1_200)).toBe(true);
        expect(after.balance).toBeGreaterThanOrEqual(0);
        expect(after.unpaid).toBeLessThanOrEqual(Math.max(12, world.unpaid));
      }),
      { numRuns: 400, seed: 29 },
    );
  });

  it('gives the last portion to who came first, and both get their answer', () => {
    const world: World = {
      portions: [1, null],
      used: [[], []],
      balance: 100_000,
      unpaid: 0,
      existing: [],
      browsers: [],
      numbers: [4, 0],
    };
    const decisions = decideOrders(snapshotOf(world), [request(), request({ orderId: 'ord_two' as OrderId })], NOW);
    expect(decisions).toMatchObject([
      {
        kind: 'placed',
        plan: { total: 10_000, tickets: [{ pickupNumber: 5, commission: 500, slotStartsAt: SLOTS[0] }] },
      },
      { kind: 'refused', refusal: { code: 'sold_out', dishes: [{ left: 0, wanted: 1 }] } },
    ]);
  });

  it('answers the same id within one batch with the first one', () => {
    const world: World = {
      portions: [5, null],
      used: [[], []],
      balance: 100_000,
      unpaid: 0,
      existing: [],
      browsers: [],
      numbers: [0, 0],
    };
    const kinds = decideOrders(snapshotOf(world), [request(), request(), request()], NOW).map(
      (decision) => decision.kind,
    );
    expect(kinds).toEqual(['placed', 'existing', 'existing']);
  });

  it('takes commission by its rule, rounded half up, never more than was sold', () => {
    const rule = { id: 'rul_one' as RuleId, basisPoints: 250, fixedAmount: 1_000 };
    expect(commissionOf(10_010, rule)).toBe(1_250);
    expect(commissionOf(500, rule)).toBe(500);
    expect(commissionOf(10_000, null)).toBe(0);
  });
});
