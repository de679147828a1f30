import { hasFallenSilent, markSilent } from '~/domain/stalls/mark-silent.server';
import type { AppContext } from '~/platform/app-context';

const LOOK_EVERY = 5_000;

/** Marks the stalls whose boards gave no sign of life for a minute. Reads first, so that it writes only when one did. */
export async function findSilentStalls(app: AppContext): Promise<void> {
  if (!(await hasFallenSilent(app.db, { now: app.clock.now() }))) return;
  const silent = await app.inTransaction((tx) => markSilent(tx, { now: app.clock.now() }));
  for (const stall of silent) app.logger.info(stall, 'a stall fell silent');
}

/** Looks every five seconds until stopped; a look under way comes to its end. Any number of workers may do so. */
export function watchSilentStalls(app: AppContext): { stop: () => Promise<void> } {
  let looking: Promise<void> = Promise.resolve();
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    looking = findSilentStalls(app)
      .catch((error: unknown) => app.logger.error({ err: error }, 'silent stalls could not be looked for'))
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_EVERY);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
