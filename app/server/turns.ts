/** Turns that go by before the next work, at most, while people still come in. */
const LETTING_IN_MAX = 16;
/** Pages that may wait: some seconds of rendering. Groups of orders are few, and bounded themselves. */
const WAITING_MAX = 1_000;

export interface Turns {
  /** Answers when it is one's turn, in order of asking; works that many wait for and those that one waits for alternate. */
  take: (who: 'many' | 'one') => Promise<void>;
  /** So many wait already that nobody more is let wait: what one more asks for is refused. */
  isFull: () => boolean;
  /** Somebody has connected. */
  knocked: () => void;
}

/**
 * Works that keep the event loop busy for milliseconds, one a turn of it. Node lets one connection in a turn (libuv since
 * 1.45): were all that is ready worked on at once, whoever knocks meanwhile would wait for all of it, and be turned away by
 * the system once its queue is full.
 */
export function makeTurns({ waitingMax = WAITING_MAX } = {}): Turns {
  const waiting: Record<'many' | 'one', (() => void)[]> = { many: [], one: [] };
  let isTurning = false;
  let hasKnocked = false;
  let last: 'many' | 'one' = 'one';

  function begin(): void {
    const turnOf = last === 'one' ? 'many' : 'one';
    last = waiting[turnOf].length > 0 ? turnOf : last;
    waiting[last].shift()?.();
  }

  function turn(spare: number): void {
    setImmediate(() => {
      if (hasKnocked && spare > 0) {
        hasKnocked = false;
        turn(spare - 1);
        return;
      }
      hasKnocked = false;
      begin();
      if (waiting.many.length + waiting.one.length > 0) turn(LETTING_IN_MAX);
      else isTurning = false;
    });
  }

  return {
    isFull: () => waiting.one.length >= waitingMax,
    knocked: () => {
      hasKnocked = true;
    },
    take: (who) =>
      new Promise((resolve) => {
        waiting[who].push(resolve);
        if (isTurning) return;
        isTurning = true;
        turn(LETTING_IN_MAX);
      }),
  };
}
