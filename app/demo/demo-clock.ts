import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '~/platform/clock';

/** The demo opens on a Saturday at 11.30 WIB, in the middle of the festival's second day. */
export const DEMO_OPENS_AT = Date.UTC(2026, 10, 28, 4, 30);

const SAVED_EVERY = 10_000;

/**
 * The demo's own time, kept in DATA_DIR: it runs like real time while the demo runs, stands still while it is off,
 * and never goes back, so the festival is still on after lunch.
 */
export function openDemoClock(dataDir: string): Clock & { stop: () => void } {
  const file = join(dataDir, 'clock.json');
  mkdirSync(dataDir, { recursive: true });
  const startedAt = Math.max(readLastSeen(file) ?? DEMO_OPENS_AT, DEMO_OPENS_AT);
  const realStart = performance.now();
  const now = () => Math.floor(startedAt + performance.now() - realStart);
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ lastSeen: now() }));
    renameSync(`${file}.new`, file);
  };
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

function readLastSeen(file: string): number | null {
  try {
    const { lastSeen } = JSON.parse(readFileSync(file, 'utf8')) as { lastSeen?: unknown };
    return Number.isSafeInteger(lastSeen) ? (lastSeen as number) : null;
  } catch {
    return null;
  }
}
