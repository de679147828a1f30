import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What figures were taken on, in words. */
export interface Machine {
  processors: string;
  memory: string;
  system: string;
  node: string;
  /** Average of runnable processes in the last minute, before anything was measured. */
  load: string;
}

export function describeMachine(): Machine {
  const model = cpus()[0]?.model.trim() || modelOfProc() || arch();
  return {
    processors: `${availableParallelism()} × ${model}`,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    system: `${platform()} ${release()}`,
    node: process.version,
    load: (loadavg()[0] ?? 0).toFixed(1),
  };
}

/** Virtual machines leave the model empty here and there. */
function modelOfProc(): string {
  try {
    return /^model name\s*:\s*(.+)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1]?.trim() ?? '';
  } catch {
    return '';
  }
}
