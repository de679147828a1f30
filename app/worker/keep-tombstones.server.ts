import type { AppContext } from '~/platform/app-context';
import { keepTombstoneList } from '~/platform/tombstone-list.server';
import { HOUR_MS } from '~/shared/time';
import { lookRegularly } from './look-regularly.server';

/** Everybody erased stands in a list outside the database too, which survives its loss. */
export async function keepTombstones({ db, clock, config }: AppContext): Promise<void> {
  await keepTombstoneList(db, { file: config.tombstoneList, now: clock.now() });
}

/** Every hour, so that whoever restores knows until when the list was told, erasures or not. */
export function watchTombstoneList(app: AppContext): { stop: () => Promise<void> } {
  const failure = 'the list of tombstones outside the database could not be kept';
  return lookRegularly(app, { every: HOUR_MS, look: keepTombstones, failure });
}
