import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '~/platform/clock';

/** File in DATA_DIR with the epoch millisecond a test has moved the clock to, when it did so by the real clock, and whether it stands there. */
export const MOVED_CLOCK_FILE = 'clock-moved.json';

interface Moved {
  to: number;
  at: number;
  stands?: boolean;
}

/**
 * The clock of a process under test: starts where CLOCK_STARTS_AT says, runs on, and jumps when the test moves it; moved
 * to stand, it waits for the next move, so that a slow machine does not tell the time. It looks for moves once a
 * millisecond at most, so that whoever asks for every request is not slowed down by it.
 */
export function openTestClock(dataDir: string, startsAt: number): Clock {
  const file = join(dataDir, MOVED_CLOCK_FILE);
  const begun: Moved = { to: startsAt, at: Date.now() };
  let seen = begun;
  let lookedAt = 0;
  return {
    now: () => {
      const real = Date.now();
      if (real !== lookedAt) {
        lookedAt = real;
        seen = readMoved(file) ?? begun;
      }
      return seen.stands ? seen.to : seen.to + real - seen.at;
    },
  };
}

function readMoved(file: string): Moved | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Moved;
  } catch {
    return null;
  }
}
