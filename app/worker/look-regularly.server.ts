import type { AppContext } from '~/platform/app-context';

export interface RegularLook {
  /** How often, ms. */
  every: number;
  look: (app: AppContext) => Promise<void>;
  /** For the log, when a look failed: the next one tries again. */
  failure: string;
}

/** Looks again and again until stopped; a look under way comes to its end. Any number of workers may do so. */
export function lookRegularly(app: AppContext, { every, look, failure }: RegularLook): { stop: () => Promise<void> } {
  let looking: Promise<void> = Promise.resolve();
  let isLooking = false;
  const begin = () => {
    if (isLooking) return;
    isLooking = true;
    looking = look(app)
      .catch((error: unknown) => app.logger.error({ err: error }, failure))
      .finally(() => {
        isLooking = false;
      });
  };
  const timer = setInterval(begin, every);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
