import { findEndingPapers, remindEndingPapers } from '~/domain/merchants/remind-ending-papers.server';
import type { AppContext } from '~/platform/app-context';
import { MINUTE_MS } from '~/shared/time';
import { lookRegularly } from './look-regularly.server';

const LOOK_EVERY = 10 * MINUTE_MS;

/** Has owners reminded of papers that end. Reads first, so that it writes only when one does. */
export async function remindOfEndingPapers(app: AppContext): Promise<void> {
  while ((await findEndingPapers(app.db, { now: app.clock.now() })).length > 0) {
    const told = await app.inTransaction((tx) => remindEndingPapers(tx, { now: app.clock.now() }));
    if (told === 0) return;
    app.logger.info({ papers: told }, 'owners are reminded of papers that end');
  }
}

/** Looks every ten minutes until stopped. */
export function watchEndingPapers(app: AppContext): { stop: () => Promise<void> } {
  const failure = 'ending papers could not be looked for';
  return lookRegularly(app, { every: LOOK_EVERY, look: remindOfEndingPapers, failure });
}
