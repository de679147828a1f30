import { hasFallenSilent, markSilent } from '~/domain/stalls/mark-silent.server';
import type { AppContext } from '~/platform/app-context';
import { lookRegularly } from './look-regularly.server';

const LOOK_EVERY = 5_000;

/** Marks the stalls whose boards gave no sign of life for a minute. Reads first, so that it writes only when one did. */
export async function findSilentStalls(app: AppContext): Promise<void> {
  if (!(await hasFallenSilent(app.db, { now: app.clock.now() }))) return;
  const silent = await app.inTransaction((tx) => markSilent(tx, { now: app.clock.now() }));
  for (const stall of silent) app.logger.info(stall, 'a stall fell silent');
}

/** Looks every five seconds until stopped. */
export function watchSilentStalls(app: AppContext): { stop: () => Promise<void> } {
  const failure = 'silent stalls could not be looked for';
  return lookRegularly(app, { every: LOOK_EVERY, look: findSilentStalls, failure });
}
