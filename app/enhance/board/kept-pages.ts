import { dropValue, keepValue, readKeys, readValue } from '../kept-values';

/** The last queue (and the pages beside it) as the server made them, for the time without internet. Holds no customer's name. */
export interface KeptPage {
  path: string;
  title: string;
  /** Inside of `.shell-body`. */
  html: string;
  /** What the festival's clock showed when it was made: `12.31`. */
  clock: string;
  at: number;
}

const PREFIX = 'papan-halaman:';

/** Without room or storage the page on the screen stays, a reload without internet does not. */
export function keepPage(page: KeptPage): void {
  keepValue(PREFIX + page.path, JSON.stringify(page));
}

export function readPage(path: string): KeptPage | null {
  const text = readValue(PREFIX + path);
  return text === null ? null : (JSON.parse(text) as KeptPage);
}

/** The queue that was on this phone's screen last, of whichever stall. */
export function readLastQueue(): KeptPage | null {
  const queues = readKeys(PREFIX)
    .map((key) => key.slice(PREFIX.length))
    .filter((path) => /^(\/en)?\/papan\/[^/]+$/.test(path))
    .flatMap((path) => readPage(path) ?? []);
  return queues.sort((one, other) => other.at - one.at)[0] ?? null;
}

/** After signing out the phone shows nobody the queue any more; taps that are not sent stay. */
export function forgetPages(): void {
  for (const key of readKeys(PREFIX)) dropValue(key);
}
