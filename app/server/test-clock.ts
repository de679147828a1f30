import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '~/platform/clock';

/** File in DATA_DIR with the epoch millisecond a test has moved the clock to, and when it did so by the real clock. */
export const MOVED_CLOCK_FILE = 'clock-moved.json';

/**
 * The clock of a process under test: starts where CLOCK_STARTS_AT says, runs on, and jumps when the test moves it. It
 * looks for that once a millisecond at most, so that whoever asks for every request is not slowed down by it.
 */
export function openTestClock(dataDir: string, startsAt: number): Clock {
  const file = join(dataDir, MOVED_CLOCK_FILE);
  const begun = { to: startsAt, at: Date.now() };
  let seen = begun;
  let lookedAt = 0;
  return {
    now: () => {
      const real = Date.now();
      if (real !== lookedAt) {
        lookedAt = real;
        seen = readMoved(file) ?? begun;
      }
      return seen.to + real - seen.at;
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
