/** Where `now` comes from. Verbs take `now` as an argument; only the edges (web, worker, demo) ask a clock. */
export interface Clock {
  /** Epoch milliseconds. */
  now: () => number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Real time shifted by a fixed number of ms; the demo starts on a Saturday this way. */
export function shiftedClock(offset: number): Clock {
  return { now: () => Date.now() + offset };
}

/** A clock that stands still until it is moved: tests, and the seed of the demo. */
export class SettableClock implements Clock {
  #at: number;

  constructor(at: number) {
    this.#at = at;
  }

  now = (): number => this.#at;

  set(at: number): void {
    this.#at = at;
  }

  advance(ms: number): void {
    this.#at += ms;
  }
}
