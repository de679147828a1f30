import type { Topic } from '~/platform/topic.server';
import type { KeptPage } from '~/web/cached-page.server';

/** One render that is under way. */
export interface Flight {
  /** Touched since it began. */
  moved: Set<Topic>;
  /** Known once its loader has said what the page shows. */
  kept: KeptPage | null;
}

/** Something the page shows changed while it was rendered. */
export function hasMoved({ moved, kept }: Flight): boolean {
  return kept?.topics.some((topic) => moved.has(topic)) === true;
}

/** One render a key: who comes while it is under way waits for it instead of rendering too. */
export class Flights<Value> {
  readonly #open = new Map<string, { flight: Flight; value: Promise<Value> }>();
  readonly #flying = new Map<Flight, string>();

  /** The render under way for this key, else a new one; `joined` tells which. */
  board(key: string, render: (flight: Flight) => Promise<Value>): { joined: boolean; value: Promise<Value> } {
    const open = this.#open.get(key);
    if (open) return { joined: true, value: open.value };
    const flight: Flight = { moved: new Set(), kept: null };
    this.#flying.set(flight, key);
    const value = render(flight).finally(() => {
      this.#flying.delete(flight);
      this.#close(flight, key);
    });
    this.#open.set(key, { flight, value });
    return { joined: false, value };
  }

  /** Notes on each render what moved under it. Who asks from now on must see the change, so nobody boards it any more. */
  touched(topics: readonly Topic[]): void {
    for (const [flight, key] of this.#flying) {
      for (const topic of topics) flight.moved.add(topic);
      if (flight.kept === null || hasMoved(flight)) this.#close(flight, key);
    }
  }

  #close(flight: Flight, key: string): void {
    if (this.#open.get(key)?.flight === flight) this.#open.delete(key);
  }
}
