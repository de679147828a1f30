import type { Stage } from './stage';

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

  /** Plays everything, moving the demo's clock from moment to moment. */
  async play({ app }: Stage): Promise<void> {
    for (let next = this.#moments.shift(); next; next = this.#moments.shift()) {
      app.clock.set(next.at);
      await next.happen();
    }
  }
}
