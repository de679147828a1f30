import type { Dice } from '~/demo/world/dice';
import { MINUTE_MS } from '~/shared/time';
import type { OpenStall } from '../factories/stalls';
import type { StallPlan } from './day-plan';
import { readBoardPage, type SeenTicket } from './read-pages';
import { Person, type Scene } from './scene';

const PAUSE = 15 * MINUTE_MS;
/** A board's script says twice as often that it runs; the clock moves on in steps of this. */
const BEATS_EVERY = 30_000;

/** A stall: looks at its board when the bell rings and taps what is next. Its script, if it has one, is its heartbeat alone. */
export class VirtualStall {
  readonly #scene: Scene;
  readonly #plan: StallPlan;
  readonly #dice: Dice;
  readonly #person: Person;
  readonly #board: string;
  readonly #cooking = new Set<string>();
  #offlineUntil = 0;

  constructor(scene: Scene, plan: StallPlan, stall: OpenStall, { dice, session }: { dice: Dice; session: string }) {
    this.#scene = scene;
    this.#plan = plan;
    this.#dice = dice;
    this.#person = new Person(scene, session);
    this.#board = `/papan/${stall.participationId}`;
  }

  /** The board is opened; from now on its script, if it has one, gives signs of life while there is a network. */
  async open(): Promise<void> {
    if (this.#plan.board === 'plain') return;
    await this.#person.visit('heartbeat', `${this.#board}/detak`, {});
    this.#later(BEATS_EVERY, () => this.open());
  }

  /** Somebody ordered or paid. */
  ring(): void {
    this.#later(this.#plan.reaction, () => this.#look());
  }

  loseNetwork(until: number): void {
    this.#offlineUntil = until;
  }

  async takeCash(number: string): Promise<void> {
    await this.#tap(number, 'awaiting_cash', 'lunas', {});
    this.ring();
  }

  handOver(number: string): Promise<void> {
    return this.#tap(number, 'ready', 'serahkan', {});
  }

  async markSoldOut(listing: number): Promise<void> {
    await this.#person.visit('board tap', `${this.#board}/stok/${listing}/habis`, { tindakan: 'habis' });
  }

  async pause(): Promise<void> {
    await this.#person.visit('board tap', `${this.#board}/jeda`, { tindakan: 'jeda' });
    this.#later(PAUSE, async () => {
      await this.#person.visit('board tap', `${this.#board}/jeda`, { tindakan: 'buka' });
    });
  }

  /** Without a network everything waits until it is back. */
  #later(after: number, act: () => Promise<void>): void {
    const { agenda, now } = this.#scene;
    agenda.add(Math.max(now() + after, this.#offlineUntil), async () => {
      if (now() < this.#offlineUntil) this.#later(0, act);
      else await act();
    });
  }

  async #look(): Promise<void> {
    for (const { id, state } of (await this.#readBoard()).values()) {
      if (state === 'placed') await this.#answer(id);
      else if (state === 'accepted') this.#cook(id);
    }
  }

  async #readBoard(): Promise<Map<string, SeenTicket>> {
    return readBoardPage((await this.#person.visit('board', this.#board)).text);
  }

  async #answer(id: string): Promise<void> {
    if (this.#dice.chance(this.#plan.refusesPercent)) {
      await this.#send(id, 'tolak', { alasan: this.#dice.pick(['too_busy', 'equipment', 'sold_out']) });
      return;
    }
    await this.#send(id, 'terima', { menit: String(this.#dice.pick([5, 5, 10, 10, 15])) });
    this.#cook(id);
  }

  #cook(id: string): void {
    if (this.#cooking.has(id)) return;
    this.#cooking.add(id);
    const { least, most } = this.#plan.cooking;
    this.#later(least + this.#dice.below(most - least), () => this.#send(id, 'siap', {}));
  }

  async #tap(number: string, state: string, act: string, form: Record<string, string>): Promise<void> {
    if (this.#scene.now() < this.#offlineUntil) {
      this.#later(0, () => this.#tap(number, state, act, form));
      return;
    }
    const ticket = (await this.#readBoard()).get(number);
    if (ticket?.state === state) await this.#send(ticket.id, act, form);
  }

  async #send(id: string, act: string, form: Record<string, string>): Promise<void> {
    // A form without fields still is one.
    await this.#person.visit('board tap', `${this.#board}/bon/${id}/${act}`, { ...form, _: '' });
  }
}
