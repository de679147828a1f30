import { acceptTicket } from '~/domain/orders/accept-ticket.server';
import { cancelTicket } from '~/domain/orders/cancel-ticket.server';
import { handOver } from '~/domain/orders/hand-over.server';
import { markReady } from '~/domain/orders/mark-ready.server';
import { ACCEPT_MINUTES } from '~/domain/orders/orders';
import { placeCounterSale } from '~/domain/orders/place-counter-sale.server';
import { placeOrder } from '~/domain/orders/place-orders.server';
import { refuseTicket } from '~/domain/orders/refuse-ticket.server';
import { takeCash } from '~/domain/orders/take-cash.server';
import type { Tx } from '~/platform/app-context';
import { type FestivalId, newSecretId, type OrderId, type ParticipationId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import { availableTo, type Customer } from './customers';
import { choose, type Offered, readOffered } from './offered';
import type { Stage } from './stage';
import type { Timeline } from './timeline';

type TicketDoor = Parameters<typeof markReady>[1]['door'];

export interface DayScene {
  festivalId: FestivalId;
  day: string;
  stalls: readonly ParticipationId[];
  customers: readonly Customer[];
}

/** Puts so many orders on the time line between two moments, each with what follows from it. */
export async function planOrders(
  stage: Stage,
  timeline: Timeline,
  scene: DayScene,
  { from, to, orders }: { from: number; to: number; orders: number },
): Promise<void> {
  const open = new Set(scene.stalls);
  const offered = (await readOffered(stage.app.db, scene.festivalId)).filter((dish) => open.has(dish.participationId));
  for (let count = 0; count < orders; count++) {
    const at = from + stage.dice.below(to - from);
    const isCounterSale = stage.dice.chance(15);
    timeline.add(at, () =>
      isCounterSale ? sellAtCounter(stage, timeline, scene, offered) : order(stage, timeline, scene, offered),
    );
  }
}

async function order(stage: Stage, timeline: Timeline, scene: DayScene, offered: readonly Offered[]): Promise<void> {
  const { app, dice } = stage;
  const now = app.clock.now();
  const lines = chooseLines(stage, offered, now);
  const total = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const customer = dice.pick(scene.customers);
  const byWallet = dice.chance(65) && (await availableTo(stage, customer)) >= total;
  const orderId = newSecretId('ord');
  const placed = await app.inTransaction((tx) =>
    placeOrder(
      tx,
      {
        orderId,
        festivalId: scene.festivalId,
        day: scene.day,
        source: 'customer',
        payment: byWallet ? 'wallet' : 'cash',
        personId: byWallet ? customer.personId : null,
        accountId: byWallet ? customer.accountId : null,
        pinCheckedAt: byWallet ? now : null,
        sessionId: null,
        browserHmac: byWallet ? null : `demo-${orderId}`,
        language: 'id',
        lines,
        slots: [],
        byPersonId: null,
      },
      now,
    ),
  );
  // Sold out, or no room in any slot: as on a real day, that customer orders nothing.
  if (placed.ok)
    await cookOrder(stage, timeline, { festivalId: scene.festivalId, orderId, payment: byWallet ? 'wallet' : 'cash' });
}

function chooseLines({ dice }: Stage, offered: readonly Offered[], now: number) {
  const dishes = new Map<number, Offered>();
  const wanted = 1 + dice.below(3);
  while (dishes.size < wanted) {
    const dish = pickPopular(offered, dice);
    dishes.set(dish.listing, dish);
  }
  return [...dishes.values()].map((dish) => {
    const chosen = choose(dish, dice);
    return {
      listing: dish.listing,
      options: chosen.map(({ number }) => number),
      quantity: 1 + dice.below(2),
      price: dish.price + chosen.reduce((sum, { price }) => sum + price, 0),
      heldUntil: now + 20 * MINUTE_MS,
    };
  });
}

/** The first stalls of the plan stand nearest to the gate and sell most. */
function pickPopular(offered: readonly Offered[], dice: Stage['dice']): Offered {
  const nearest = offered[Math.min(dice.below(offered.length), dice.below(offered.length))];
  if (!nearest) throw new Error('nothing to pick from');
  return nearest;
}

async function cookOrder(
  stage: Stage,
  timeline: Timeline,
  { festivalId, orderId, payment }: { festivalId: FestivalId; orderId: OrderId; payment: 'wallet' | 'cash' },
): Promise<void> {
  const { app, dice } = stage;
  const tickets = await app.db
    .selectFrom('order_ticket')
    .select(['id', 'participation_id', 'slot_starts_at'])
    .where('order_id', '=', orderId)
    .execute();
  for (const { id, participation_id, slot_starts_at } of tickets) {
    const door = { ticketId: id, participationId: participation_id, festivalId };
    const start = app.clock.now();
    const fate = dice.below(100);
    const paidAt = payment === 'cash' ? start + (40 + dice.below(80)) * 1000 : start;
    const acceptedAt = paidAt + (20 + dice.below(90)) * 1000;
    const readyAt = Math.max(acceptedAt + (4 + dice.below(7)) * MINUTE_MS, slot_starts_at);
    if (payment === 'cash' && fate < 8) continue;
    if (payment === 'cash')
      timeline.add(
        paidAt,
        act(stage, (tx, now) => takeCash(tx, { door, byPersonId: null, now })),
      );
    if (fate >= 96) {
      timeline.add(
        acceptedAt,
        act(stage, (tx, now) => refuseTicket(tx, { door, reason: 'too_busy', byPersonId: null, now })),
      );
    } else if (fate >= 93 && payment === 'wallet') {
      timeline.add(
        start + 15_000,
        act(stage, (tx, now) => cancelTicket(tx, { orderId, ticketId: id, now })),
      );
    } else {
      planCooking(stage, timeline, door, { acceptedAt, readyAt });
    }
  }
}

function planCooking(
  stage: Stage,
  timeline: Timeline,
  door: TicketDoor,
  { acceptedAt, readyAt }: { acceptedAt: number; readyAt: number },
): void {
  const minutes = stage.dice.pick(ACCEPT_MINUTES);
  timeline.add(
    acceptedAt,
    act(stage, (tx, now) => acceptTicket(tx, { door, minutes, byPersonId: null, now })),
  );
  timeline.add(
    readyAt,
    act(stage, (tx, now) => markReady(tx, { door, byPersonId: null, now })),
  );
  const collected = stage.dice.below(100) < 96;
  const handedOverAt = readyAt + (1 + stage.dice.below(9)) * MINUTE_MS;
  if (collected)
    timeline.add(
      handedOverAt,
      act(stage, (tx, now) => handOver(tx, { door, byPersonId: null, now })),
    );
}

async function sellAtCounter(
  stage: Stage,
  timeline: Timeline,
  { festivalId, day }: DayScene,
  offered: readonly Offered[],
): Promise<void> {
  const { app, dice } = stage;
  const dish = pickPopular(offered, dice);
  const options = choose(dish, dice).map(({ number }) => number);
  const lines = [{ listing: dish.listing, options, quantity: 1 + dice.below(3) }];
  const { participationId } = dish;
  const sale = {
    orderId: newSecretId('ord'),
    festivalId,
    participationId,
    day,
    lines,
    byPersonId: null,
    language: 'id',
  };
  const sold = await app.inTransaction((tx) => placeCounterSale(tx, { ...sale, now: app.clock.now() }));
  if (!sold.ok) return;
  const [ticket] = await app.db.selectFrom('order_ticket').select('id').where('order_id', '=', sale.orderId).execute();
  if (!ticket) throw new Error('a counter sale has one ticket');
  const door = { ticketId: ticket.id, participationId, festivalId };
  const readyAt = app.clock.now() + (3 + dice.below(6)) * MINUTE_MS;
  timeline.add(
    readyAt,
    act(stage, (tx, now) => markReady(tx, { door, byPersonId: null, now })),
  );
  timeline.add(
    readyAt + MINUTE_MS,
    act(stage, (tx, now) => handOver(tx, { door, byPersonId: null, now })),
  );
}

/** One tap on a board. What was sold out or moved meanwhile is refused, as on a real day. */
function act({ app }: Stage, verb: (tx: Tx, now: number) => Promise<unknown>): () => Promise<void> {
  return async () => {
    await app.inTransaction((tx) => verb(tx, app.clock.now()));
  };
}
