import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Words to put before a command so that it keeps to its processors; empty where that cannot be asked for. */
export interface Cores {
  /** One processor, for the process under measurement or its reference. */
  site: readonly string[];
  /** The others, for whoever makes the load. */
  load: readonly string[];
}

/** Measured and measuring processes on different processors, where Linux lets us choose and there are two. */
export function chooseCores(): Cores {
  const [first, ...others] = allowedCores();
  if (first === undefined || others.length === 0) return { site: [], load: [] };
  if (spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status !== 0) return { site: [], load: [] };
  return { site: ['taskset', '-c', String(first)], load: ['taskset', '-c', others.join(',')] };
}

/** Numbers of the processors this process may use; empty where the system does not tell. */
function allowedCores(): number[] {
  try {
    const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
    return list.split(',').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
  } catch {
    return [];
  }
}
