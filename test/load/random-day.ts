import { acceptTicket } from '~/domain/orders/accept-ticket.server';
import { answerAsked } from '~/domain/orders/answer-asked.server';
import { askCustomer } from '~/domain/orders/ask-customer.server';
import { cancelTicket } from '~/domain/orders/cancel-ticket.server';
import { closeDay } from '~/domain/orders/close-day.server';
import { expireTicket } from '~/domain/orders/expire-ticket.server';
import { handOver } from '~/domain/orders/hand-over.server';
import { markReady } from '~/domain/orders/mark-ready.server';
import { ACCEPT_MINUTES, REFUSAL_REASONS } from '~/domain/orders/orders';
import { placeCounterSale } from '~/domain/orders/place-counter-sale.server';
import { placeOrders } from '~/domain/orders/place-orders.server';
import { refundTicket } from '~/domain/orders/refund-ticket.server';
import { refuseTicket } from '~/domain/orders/refuse-ticket.server';
import { takeCash } from '~/domain/orders/take-cash.server';
import { markBack } from '~/domain/stalls/mark-back.server';
import { markSoldOut } from '~/domain/stalls/mark-sold-out.server';
import { pauseStall } from '~/domain/stalls/pause-stall.server';
import { resumeStall } from '~/domain/stalls/resume-stall.server';
import { setFestivalPrice } from '~/domain/stalls/set-festival-price.server';
import { setStock } from '~/domain/stalls/set-stock.server';
import { settleTopUp } from '~/domain/wallet/settle-top-up.server';
import { startTopUp } from '~/domain/wallet/start-top-up.server';
import type { Tx } from '~/platform/app-context';
import { newId, newSecretId, type OrderId, type TicketId } from '~/shared/ids';
import { doorOf, requestFor } from '../factories/orders';
import type { OpenStall } from '../factories/stalls';
import type { TestWallet } from '../factories/wallet';
import type { World } from '../setup/engines';

interface KnownTicket {
  id: TicketId;
  orderId: OrderId;
  stall: OpenStall;
}

type Act = [name: string, run: (tx: Tx, name: string) => Promise<void>];

/** A festival's day of random acts by everybody, from one seed: the same seed is the same day. */
export class RandomDay {
  /** How often each verb was accepted and refused: `accept/ok`, `accept/ticket_moved` … */
  readonly counts = new Map<string, number>();
  readonly #tickets: KnownTicket[] = [];
  readonly #orders: OrderId[] = [];
  #random: number;

  constructor(
    readonly world: World,
    readonly stalls: readonly OpenStall[],
    readonly wallets: readonly TestWallet[],
    seed: number,
  ) {
    this.#random = seed;
  }

  /** One act in the given unit of work; its refusal is counted, not thrown. */
  async act(tx: Tx): Promise<void> {
    const acts = this.#acts();
    const [name, run] = this.#pick(acts);
    await run(tx, name);
  }

  #acts(): Act[] {
    const often = (times: number, act: Act): Act[] => Array.from({ length: times }, () => act);
    return [
      ...often(12, ['place', this.#place]),
      ...often(6, ['accept', this.#move]),
      ...often(5, ['ready', this.#move]),
      ...often(5, ['hand over', this.#move]),
      ...often(2, ['refuse', this.#move]),
      ...often(2, ['lunas', this.#move]),
      ['cancel', this.#move],
      ['ask', this.#move],
      ...often(2, ['answer', this.#move]),
      ['expire', this.#move],
      ...often(2, ['refund', this.#move]),
      ['counter sale', this.#counter],
      ['top up', this.#topUp],
      ...often(3, ['stock', this.#stock]),
      ['clock', this.#clock],
    ];
  }

  readonly #place = async (tx: Tx, name: string) => {
    const now = this.world.clock.now();
    const requests = Array.from({ length: 1 + this.#number(3) }, () => this.#request(now));
    const answers = await placeOrders(tx, requests, now);
    for (const answer of answers) {
      this.#count(name, answer.ok ? (answer.value.existed === 'yes' ? 'existed' : 'ok') : answer.refusal.code);
      if (answer.ok && answer.value.existed === 'no') await this.#remember(tx, answer.value.orderId);
    }
  };

  #request(now: number) {
    const stalls = this.#number(3) === 0 ? this.stalls.slice(0, 2) : [this.#pick(this.stalls)];
    const again = this.#number(20) === 0 && this.#orders.length > 0 ? { orderId: this.#pick(this.#orders) } : {};
    const request = requestFor(this.world, stalls, {
      ...(this.#number(3) > 0 ? { wallet: this.#pick(this.wallets) } : { browser: `browser-${this.#number(40)}` }),
      ...again,
      quantity: this.#number(15) === 0 ? this.#number(60) : 1 + this.#number(3),
      heldUntil: this.#number(8) === 0 ? now - 1 : now + 60_000,
    });
    if (this.#number(4) > 0) return request;
    const startsAt = Math.ceil((now + 1) / 600_000) * 600_000 + 600_000 * this.#number(4);
    return { ...request, slots: stalls.map(({ participationId }) => ({ participationId, startsAt })) };
  }

  readonly #move = async (tx: Tx, name: string) => {
    if (this.#tickets.length === 0) return;
    // Mostly a recent ticket, so that every state is met; sometimes an old one, which has ended.
    const recent = this.#tickets.slice(-14);
    const ticket = this.#pick(this.#number(6) === 0 ? this.#tickets : recent);
    const door = doorOf(ticket.stall, ticket.id);
    const { orderId, id: ticketId, stall } = ticket;
    const now = this.world.clock.now();
    const by = { door, byPersonId: null, now };
    const key = { festivalId: stall.festivalId, ticketId, now };
    const verbs: Record<string, () => Promise<{ ok: true } | { ok: false; refusal: { code: string } } | string>> = {
      accept: () => acceptTicket(tx, { ...by, minutes: this.#pick(ACCEPT_MINUTES) }),
      ready: () => markReady(tx, by),
      'hand over': () => handOver(tx, by),
      refuse: () => refuseTicket(tx, { ...by, reason: this.#pick(REFUSAL_REASONS) }),
      lunas: () => takeCash(tx, by),
      cancel: () => cancelTicket(tx, { orderId, ticketId, now }),
      ask: () => askCustomer(tx, key),
      answer: () => answerAsked(tx, { orderId, ticketId, answer: this.#number(2) === 0 ? 'wait' : 'refund', now }),
      expire: () => expireTicket(tx, key),
      refund: () => refundTicket(tx, { ...by, refundId: `r${this.#number(6)}`, amount: 1 + this.#number(15_000) }),
    };
    const answer = await verbs[name]?.();
    this.#count(name, typeof answer === 'string' ? answer : answer?.ok ? 'ok' : (answer?.refusal.code ?? ''));
  };

  readonly #counter = async (tx: Tx, name: string) => {
    const stall = this.#pick(this.stalls);
    const lines = [{ listing: stall.listings[0] ?? 0, options: [], quantity: 1 + this.#number(3) }];
    const now = this.world.clock.now();
    const sold = await placeCounterSale(tx, {
      ...stall,
      orderId: newSecretId('ord'),
      lines,
      byPersonId: null,
      language: 'id',
      now,
    });
    this.#count(name, sold.ok ? 'ok' : sold.refusal.code);
    if (sold.ok) await this.#remember(tx, sold.value.orderId);
  };

  readonly #topUp = async (tx: Tx, name: string) => {
    const { accountId } = this.#pick(this.wallets);
    const now = this.world.clock.now();
    const topUpId = newId('top', now);
    const amount = 10_000 * (1 + this.#number(6));
    const started = await startTopUp(tx, {
      topUpId,
      accountId,
      amount,
      rail: 'simulator',
      railsOn: ['simulator'],
      now,
    });
    if (!started.ok) return this.#count(name, started.refusal.code);
    const notice = {
      eventId: `sim_${topUpId}`,
      kind: 'simulator.paid',
      bodySha256: '',
      topUpId,
      says: { state: 'succeeded', amount, currency: 'idr' } as const,
    };
    const settled = await settleTopUp(tx, { rail: 'simulator', notice, now });
    this.#count(name, settled.ok ? 'ok' : settled.refusal.code);
  };

  readonly #stock = async (tx: Tx, name: string) => {
    const stall = this.#pick(this.stalls);
    const listing = stall.listings[0] ?? 0;
    const { festivalId, participationId, day } = stall;
    const now = this.world.clock.now();
    const thing = { festivalId, participationId, listing, day, option: null, now };
    const acts = [
      () => setStock(tx, { ...thing, portions: this.#number(60) }),
      () => setStock(tx, { ...thing, portions: 40 + this.#number(60) }),
      () => setStock(tx, { ...thing, portions: 40 + this.#number(60) }),
      () => setStock(tx, { ...thing, portions: 40 + this.#number(60) }),
      () => markSoldOut(tx, thing),
      () => markBack(tx, thing),
      () => pauseStall(tx, { festivalId, participationId, day, reason: 'busy', now }),
      () => resumeStall(tx, { festivalId, participationId, day, now }),
      () => resumeStall(tx, { festivalId, participationId, day, now }),
      () => resumeStall(tx, { festivalId, participationId, day, now }),
      () => resumeStall(tx, { festivalId, participationId, day, now }),
      () =>
        setFestivalPrice(tx, {
          festivalId,
          participationId,
          listing,
          price: this.#number(3) === 0 ? 11_000 : 10_000,
          now,
        }),
    ];
    const answer = await this.#pick(acts)();
    this.#count(name, answer.ok ? 'ok' : answer.refusal.code);
  };

  readonly #clock = async () => {
    this.world.clock.advance(this.#number(25_000));
    this.#count('clock', 'ok');
  };

  /** The evening, at one stall or at all. */
  async close(tx: Tx, stalls = this.stalls): Promise<void> {
    for (const { festivalId, day, participationId } of stalls) {
      await closeDay(tx, { festivalId, day, participationId, now: this.world.clock.now() });
    }
  }

  async #remember(tx: Tx, orderId: OrderId): Promise<void> {
    this.#orders.push(orderId);
    const rows = await tx
      .selectFrom('order_ticket')
      .select(['id', 'participation_id'])
      .where('order_id', '=', orderId)
      .execute();
    for (const row of rows) {
      const stall = this.stalls.find(({ participationId }) => participationId === row.participation_id);
      if (stall) this.#tickets.push({ id: row.id, orderId, stall });
    }
  }

  #count(verb: string, what: string): void {
    const key = `${verb}/${what}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** mulberry32: small, seeded, good enough to walk with. */
  #number(below: number): number {
    this.#random = (this.#random + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#random ^ (this.#random >>> 15), 1 | this.#random);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  #pick<Value>(values: readonly Value[]): Value {
    const value = values[this.#number(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
}
