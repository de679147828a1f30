import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCE = resolve('test/setup/pretended-disk.c');

/** A disk below a process that forgets what was not synced, and that can be full. */
export interface PretendedDisk {
  /** For the process; its database must be the file given. */
  env: Record<string, string>;
  /** Copies what a power cut at this instant would leave into a new folder; answers the database in it. Stop the process first. */
  afterPowerCut: (folder: string) => string;
  fill: () => void;
  free: () => void;
}

/** Why there is none here; null where there can be one: it needs Linux and a C compiler. */
export function whyNoPretendedDisk(): string | null {
  if (process.platform !== 'linux') return 'it needs Linux';
  return spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0 ? null : 'it needs a C compiler (cc)';
}

/** Below `file`, a SQLite database whose log is folded in; `folder` is for its own things. */
export function makePretendedDisk(file: string, folder: string): PretendedDisk {
  const library = join(folder, 'pretended-disk.so');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, SOURCE, '-ldl'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the pretended disk does not compile: ${made.stderr}`);
  const kept = join(folder, 'kept');
  const full = join(folder, 'full');
  mkdirSync(kept);
  const name = file.slice(file.lastIndexOf('/') + 1);
  copyFileSync(file, join(kept, name));
  const env = { LD_PRELOAD: library, PRETENDED_DISK: file, PRETENDED_DISK_KEEPS: kept, PRETENDED_DISK_FULL: full };
  return {
    env,
    afterPowerCut: (to) => {
      mkdirSync(to);
      // A copy that was under way counts for nothing: its name ends with a thread's number.
      const whole = readdirSync(kept).filter((entry) => entry === name || entry === `${name}-wal`);
      for (const entry of whole) copyFileSync(join(kept, entry), join(to, entry.replace(name, 'pestarasa.sqlite')));
      return join(to, 'pestarasa.sqlite');
    },
    fill: () => writeFileSync(full, ''),
    free: () => existsSync(full) && rmSync(full),
  };
}
