import { QueueFull } from '~/platform/bounded-queue';
import { makeTurns, type Turns } from '../turns';

export interface Gathered<Item, Answer> {
  /** Rejects with QueueFull when too many are waiting already. */
  add: (item: Item) => Promise<Answer>;
  /** Nobody more would be let in now. */
  isFull: () => boolean;
}

export interface GatherOptions {
  groupMax: number;
  waitingMax: number;
  /** Those of everything heavy in the process. */
  turns?: Turns | undefined;
}

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Works on what comes in groups, one group at a time: the next is what arrived while the last was worked on, in order.
 * `work` gives one answer an item; when it throws, every item of that group hears it.
 */
export function gather<Item, Answer>(
  name: string,
  { groupMax, waitingMax, turns = makeTurns() }: GatherOptions,
  work: (items: Item[]) => Promise<readonly Answer[]>,
): Gathered<Item, Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let isWorking = false;

  async function workOff(): Promise<void> {
    const group = waiting.splice(0, groupMax);
    try {
      const answers = await work(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const answer = answers[index];
        if (answer === undefined) reject(new Error(`${name} gave no answer`));
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    if (waiting.length > 0) begin();
    else isWorking = false;
  }

  function begin(): void {
    isWorking = true;
    // What lies in the sockets already is read first, so that it travels in the same group.
    void turns.take('many').then(workOff);
  }

  return {
    isFull: () => waiting.length >= waitingMax,
    add: (item) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= waitingMax) return reject(new QueueFull(name));
        waiting.push({ item, resolve, reject });
        if (!isWorking) begin();
      }),
  };
}
