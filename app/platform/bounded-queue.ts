/** Too many are waiting already; the page answers 503 and tells when to try again. */
export class QueueFull extends Error {
  readonly code = 'queue_full';

  constructor(name: string) {
    super(`the queue for ${name} is full`);
  }
}

export interface BoundedQueue {
  run: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Who waits is turned away with QueueFull, and nobody may wait any more; what runs goes on. */
  close: () => void;
}

/** Runs at most `runningMax` at a time and lets at most `waitingMax` wait, in order; who comes later is turned away with QueueFull. */
export function makeBoundedQueue(
  name: string,
  { runningMax, waitingMax }: { runningMax: number; waitingMax: number },
): BoundedQueue {
  let running = 0;
  let places = waitingMax;
  const waiting: { go: () => void; turnAway: (why: QueueFull) => void }[] = [];
  return {
    run: async (work) => {
      if (running >= runningMax) {
        if (waiting.length >= places) throw new QueueFull(name);
        await new Promise<void>((go, turnAway) => waiting.push({ go, turnAway }));
      } else {
        running++;
      }
      try {
        return await work();
      } finally {
        // The place is handed on, so nobody can slip in between.
        const next = waiting.shift();
        if (next) next.go();
        else running--;
      }
    },
    close: () => {
      places = 0;
      for (const { turnAway } of waiting.splice(0)) turnAway(new QueueFull(name));
    },
  };
}
