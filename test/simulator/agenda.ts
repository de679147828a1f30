/** What is to be done when; acts of one moment keep their order. */
export class Agenda {
  readonly #due = new Map<number, (() => Promise<void>)[]>();
  #times: number[] = [];

  add(at: number, act: () => Promise<void>): void {
    const known = this.#due.get(at);
    if (known) {
      known.push(act);
      return;
    }
    this.#due.set(at, [act]);
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#times[middle]! < at) low = middle + 1;
      else high = middle;
    }
    this.#times.splice(low, 0, at);
  }

  /** When the first thing is due; 0 where there is nothing. */
  first(): number {
    return this.#times[0] ?? 0;
  }

  /** Takes everything that is due by then. */
  takeUntil(at: number): (() => Promise<void>)[] {
    const count = this.#times.findIndex((time) => time > at);
    const times = this.#times.splice(0, count < 0 ? this.#times.length : count);
    return times.flatMap((time) => {
      const acts = this.#due.get(time) ?? [];
      this.#due.delete(time);
      return acts;
    });
  }
}
