import { type OrderId, parseId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import type { Payer } from '../factories/prepared-orders';
import type { OpenStall } from '../factories/stalls';
import type { Answer } from '../setup/http-client';
import type { CustomerPlan } from './day-plan';
import { readOrderPage, type SeenTicket } from './read-pages';
import { Person, type Scene } from './scene';
import type { VirtualStall } from './virtual-stall';

const ENDED = new Set(['handed_over', 'refused', 'cancelled', 'expired', 'uncollected']);
const LOOKS_EVERY = 2.5 * MINUTE_MS;

/** Words of a refusal, most telling first. */
const REFUSALS: [RegExp, string][] = [
  [/baru saja habis|sisa \d+ porsi/, 'sold out'],
  [/tutup sementara/, 'stall paused'],
  [/tidak terhubung/, 'stall silent'],
  [/sedang tutup/, 'stall closed'],
  [/butuh \d+ menit masak/, 'too large for a slot'],
  [/penuh/, 'no slot free'],
  [/kini Rp/, 'price changed'],
  [/belum dibayar/, 'too much unpaid'],
  [/Saldo|saldo/, 'balance too low'],
];

export interface CustomerPlace {
  stalls: readonly OpenStall[];
  kitchens: readonly VirtualStall[];
  payer: Payer | null;
}

/** One visitor with a phone and no JavaScript, from the booth's QR to the food in her hands. */
export class VirtualCustomer {
  readonly #scene: Scene;
  readonly #plan: CustomerPlan;
  readonly #place: CustomerPlace;
  readonly #person: Person;
  readonly #fetching = new Set<string>();
  #orderId = '';

  constructor(scene: Scene, plan: CustomerPlan, place: CustomerPlace) {
    this.#scene = scene;
    this.#plan = plan;
    this.#place = place;
    this.#person = new Person(scene, place.payer?.session);
  }

  async arrive(): Promise<void> {
    const { slug } = this.#scene;
    await this.#person.visit('festival page', `/festival/${slug}`);
    for (const stall of new Set(this.#plan.wants.map((want) => want.stall))) {
      await this.#person.visit('stall page', `/festival/${slug}/lapak/${this.#place.stalls[stall]?.slug}`);
    }
    for (const want of this.#plan.wants) await this.#put(want, want.quantity);
    if (!(await this.#pay())) return;
    for (const { stall } of await this.#look()) this.#kitchenOf(stall)?.ring();
    if (!this.#place.payer && this.#plan.shows === 'comes') this.#later(this.#plan.walk, () => this.#payAtStalls());
    this.#later(LOOKS_EVERY, () => this.#lookAgain());
  }

  async #put({ stall, dish }: CustomerPlan['wants'][number], quantity: number): Promise<void> {
    const menu = String(this.#place.stalls[stall]?.listings[dish]);
    const form = { festival: this.#scene.slug, menu, jumlah: String(quantity), kembali: '/keranjang' };
    const answer = await this.#person.visit('add to basket', '/keranjang/isi', form);
    if (answer.status !== 303) this.#scene.log.refuse(kindOf(answer));
  }

  /** Orders what is left after what sold out; gives up at the second refusal. */
  async #pay(): Promise<boolean> {
    for (let tries = 0; tries < 2; tries++) {
      const refused = await this.#tryToPay();
      if (!refused) return true;
      const kind = kindOf(refused);
      this.#scene.log.refuse(kind);
      const [first, ...others] = this.#plan.wants;
      if (kind !== 'sold out' || !first || others.length === 0) break;
      for (const want of others) await this.#put(want, 0);
    }
    this.#scene.log.gaveUp += 1;
    return false;
  }

  /** Null when it led to an order; else the page that says why not. */
  async #tryToPay(): Promise<Answer | null> {
    const basket = await this.#person.visit('basket', '/keranjang');
    if (!basket.text.includes('Lanjut ke pembayaran')) return basket;
    const page = await this.#person.visit('pay page', '/keranjang/bayar');
    if (page.status !== 200) return this.#person.visit('basket', '/keranjang');
    const answer = await this.#tapPay();
    const orderId = orderOf(answer);
    if (!orderId) return answer.status === 303 ? this.#person.visit('basket', '/keranjang') : answer;
    this.#orderId = orderId;
    this.#scene.log.acknowledged.push(orderId);
    return null;
  }

  /** Taps "pay" once, or twice where the plan says so; both answers must lead to one order. */
  async #tapPay(): Promise<Answer> {
    const { payer } = this.#place;
    const form: Record<string, string> = payer ? { cara: 'dompet', pin: payer.pin } : { cara: 'tunai' };
    if (!this.#plan.tapsTwice) return this.#person.visit('order', '/keranjang/bayar', form);
    const [answer, echo] = await this.#person.visitTwice('order', '/keranjang/bayar', form);
    const [order, echoed] = [orderOf(answer), orderOf(echo)];
    if (order !== echoed) this.#scene.log.troubles.push(`one basket sent twice led to ${order} and ${echoed}`);
    else if (order) this.#scene.log.sentTwice += 1;
    return answer;
  }

  async #look(): Promise<SeenTicket[]> {
    return readOrderPage((await this.#person.visit('order page', `/pesanan/${this.#orderId}`)).text);
  }

  async #lookAgain(): Promise<void> {
    const tickets = await this.#look();
    for (const { id, asks, state, number, stall } of tickets) {
      if (asks) await this.#answer(id);
      if (state !== 'ready' || this.#plan.shows === 'absent' || this.#fetching.has(stall)) continue;
      this.#fetching.add(stall);
      this.#later(this.#plan.walk, () => this.#kitchenOf(stall)?.handOver(number) ?? Promise.resolve());
    }
    const isOver = tickets.every(({ state }) => ENDED.has(state)) || this.#scene.now() > this.#scene.closesAt;
    if (!isOver) this.#later(LOOKS_EVERY, () => this.#lookAgain());
  }

  async #answer(bagian: string): Promise<void> {
    const { whenAsked } = this.#plan;
    this.#scene.log.answered[whenAsked] += 1;
    await this.#person.visit('answer', `/pesanan/${this.#orderId}/jawab`, { bagian, jawaban: whenAsked });
  }

  async #payAtStalls(): Promise<void> {
    for (const { state, number, stall } of await this.#look()) {
      if (state === 'awaiting_cash') await this.#kitchenOf(stall)?.takeCash(number);
    }
  }

  #kitchenOf(name: string): VirtualStall | undefined {
    return this.#place.kitchens[this.#place.stalls.findIndex(({ stallName }) => stallName === name)];
  }

  #later(after: number, act: () => Promise<void>): void {
    this.#scene.agenda.add(this.#scene.now() + after, act);
  }
}

function orderOf({ headers }: Answer): OrderId | null {
  return parseId('ord', headers.location?.replace('/pesanan/', ''));
}

function kindOf({ text, status }: Answer): string {
  return REFUSALS.find(([words]) => words.test(text))?.[1] ?? `other (${status})`;
}
