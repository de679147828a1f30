/** Too many are waiting already; the page answers 503 and tells when to try again. */
export class QueueFull extends Error {
  readonly code = 'queue_full';

  constructor(name: string) {
    super(`the queue for ${name} is full`);
  }
}

/** Runs at most `runningMax` at a time and lets at most `waitingMax` wait, in order; who comes later is turned away with QueueFull. */
export function makeBoundedQueue(name: string, { runningMax, waitingMax }: { runningMax: number; waitingMax: number }) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (running >= runningMax) {
      if (waiting.length >= waitingMax) throw new QueueFull(name);
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      // The place is handed on, so nobody can slip in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
