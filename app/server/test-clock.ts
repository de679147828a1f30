import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '~/platform/clock';

/** File in DATA_DIR with the epoch millisecond a test has moved the clock to, and when it did so by the real clock. */
export const MOVED_CLOCK_FILE = 'clock-moved.json';

/** The clock of a process under test: starts where CLOCK_STARTS_AT says, runs on, and jumps when the test moves it. */
export function openTestClock(dataDir: string, startsAt: number): Clock {
  const file = join(dataDir, MOVED_CLOCK_FILE);
  const begun = { to: startsAt, at: Date.now() };
  return {
    now: () => {
      const { to, at } = readMoved(file) ?? begun;
      return to + Date.now() - at;
    },
  };
}

function readMoved(file: string): { to: number; at: number } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { to: number; at: number };
  } catch {
    return null;
  }
}
