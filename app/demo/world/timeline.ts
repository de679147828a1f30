import type { Story } from './stage';

/** Something that happens at a moment; it may add what follows from it. */
export interface Moment {
  at: number;
  happen: () => Promise<void>;
}

/** Moments in order of time, whoever adds them; those after `until` never come. */
export class Timeline {
  readonly #moments: Moment[] = [];
  readonly #until: number;

  constructor(until: number) {
    this.#until = until;
  }

  add(at: number, happen: () => Promise<void>): void {
    if (at > this.#until) return;
    const place = this.#moments.findIndex((moment) => moment.at > at);
    this.#moments.splice(place === -1 ? this.#moments.length : place, 0, { at, happen });
  }

  /** Plays everything, each at its moment. */
  async *play(): Story {
    for (let next = this.#moments.shift(); next; next = this.#moments.shift()) {
      yield next.at;
      await next.happen();
    }
  }
}
