import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '~/platform/clock';

/** The demo opens on a Saturday at 11.30 WIB, in the middle of the festival's second day. */
export const DEMO_OPENS_AT = Date.UTC(2026, 10, 28, 4, 30);

const SAVED_EVERY = 10_000;
const CLOCK_FILE = 'clock.json';

/**
 * The demo's own time, kept in DATA_DIR: it runs like real time while the demo runs, stands still while it is off,
 * and never goes back, so the festival is still on after lunch.
 */
export function openDemoClock(dataDir: string): Clock & { stop: () => void } {
  const startedAt = readDemoClock(dataDir).now();
  const realStart = performance.now();
  const now = () => Math.floor(startedAt + performance.now() - realStart);
  const save = () => saveLastSeen(dataDir, now());
  save();
  const timer = setInterval(save, SAVED_EVERY);
  timer.unref();
  return {
    now,
    stop: () => {
      clearInterval(timer);
      save();
    },
  };
}

/** The demo's time as its process kept it last, a few seconds ago where it runs; nothing is written. */
export function readDemoClock(dataDir: string): Clock {
  return { now: () => Math.max(readLastSeen(dataDir) ?? DEMO_OPENS_AT, DEMO_OPENS_AT) };
}

/** A demo whose data come from elsewhere goes on where they stopped: its clock never stands before them. */
export function moveDemoClockOn(dataDir: string, at: number): void {
  saveLastSeen(dataDir, Math.max(readDemoClock(dataDir).now(), at));
}

function saveLastSeen(dataDir: string, lastSeen: number): void {
  const file = join(dataDir, CLOCK_FILE);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ lastSeen }));
  renameSync(`${file}.new`, file);
}

function readLastSeen(dataDir: string): number | null {
  try {
    const { lastSeen } = JSON.parse(readFileSync(join(dataDir, CLOCK_FILE), 'utf8')) as { lastSeen?: unknown };
    return Number.isSafeInteger(lastSeen) ? (lastSeen as number) : null;
  } catch {
    return null;
  }
}
