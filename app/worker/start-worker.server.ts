import type { AppContext } from '~/platform/app-context';
import type { OutboxLane } from '~/platform/outbox-queue.server';
import { watchEndingPapers } from './ending-papers.server';
import { watchTombstoneList } from './keep-tombstones.server';
import { leaseRows, runRow, type WorkerOptions, workerName } from './run-worker.server';
import { watchSilentStalls } from './silent-stalls.server';

const POLL = 200;
const ATONCE: Record<OutboxLane, number> = { acts: 4, messages: 8 };

export interface RunningWorker {
  /** Takes nothing new, lets what runs come to its end, then answers. */
  stop: () => Promise<void>;
}

/**
 * Looks for due rows five times a second, each lane by itself, so that a slow network never holds up a deadline; for
 * stalls that fell silent; and for papers that end. Keeps the list of who was erased.
 */
export function startWorker(app: AppContext, options: WorkerOptions = {}): RunningWorker {
  const worker = options.worker ?? workerName();
  const lanes = (['acts', 'messages'] as const).map((lane) => startLane(app, lane, { ...options, worker }));
  const watches = [watchSilentStalls(app), watchEndingPapers(app), watchTombstoneList(app)];
  return {
    stop: async () => {
      await Promise.all([...watches, ...lanes].map((part) => part.stop()));
    },
  };
}

function startLane(app: AppContext, lane: OutboxLane, options: WorkerOptions & { worker: string }): RunningWorker {
  const running = new Set<Promise<unknown>>();
  let isStopping = false;
  let wake: () => void = () => undefined;

  async function fill(): Promise<void> {
    const room = ATONCE[lane] - running.size;
    if (room <= 0) return;
    for (const row of await leaseRows(app, { lane, limit: room, worker: options.worker, leaseFor: options.leaseFor })) {
      const run: Promise<unknown> = runRow(app, row, options)
        .catch((error: unknown) => app.logger.error({ err: error, outboxId: row.id }, 'outbox row could not be ended'))
        .finally(() => {
          running.delete(run);
          // A place is free: take the next at once instead of at the next poll.
          wake();
        });
      running.add(run);
    }
  }

  async function loop(): Promise<void> {
    while (!isStopping) {
      await fill().catch((error: unknown) => app.logger.error({ err: error, lane }, 'the outbox could not be read'));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const looping = loop();
  return {
    stop: async () => {
      isStopping = true;
      wake();
      await looping;
      await Promise.all(running);
    },
  };
}
