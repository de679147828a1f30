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

export function keepPage(page: KeptPage): void {
  try {
    localStorage.setItem(PREFIX + page.path, JSON.stringify(page));
  } catch {
    // No room or no storage: the page on the screen stays, a reload without internet does not.
  }
}

export function readPage(path: string): KeptPage | null {
  try {
    const text = localStorage.getItem(PREFIX + path);
    return text ? (JSON.parse(text) as KeptPage) : null;
  } catch {
    return null;
  }
}

/** The queue that was on this phone's screen last, of whichever stall. */
export function readLastQueue(): KeptPage | null {
  const queues = paths()
    .filter((path) => /^(\/en)?\/papan\/[^/]+$/.test(path))
    .flatMap((path) => readPage(path) ?? []);
  return queues.sort((one, other) => other.at - one.at)[0] ?? null;
}

/** After signing out the phone shows nobody the queue any more; taps that are not sent stay. */
export function forgetPages(): void {
  for (const path of paths()) localStorage.removeItem(PREFIX + path);
}

function paths(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}
