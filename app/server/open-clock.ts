import { openDemoClock, readDemoClock } from '~/demo/demo-clock';
import { type Clock, shiftedClock, systemClock } from '~/platform/clock';
import type { Config } from '~/platform/config.server';
import { openTestClock } from './test-clock';

/** The time an installation lives in; the process keeps the demo's going. */
export function openClock(config: Config): Clock {
  return config.mode === 'demo' ? openDemoClock(config.dataDir) : clockOf(config);
}

/** The same time for a command that runs beside the process, or without it. */
export function readClock(config: Config): Clock {
  return config.mode === 'demo' ? readDemoClock(config.dataDir) : clockOf(config);
}

function clockOf({ mode, dataDir, clockStartsAt }: Config): Clock {
  if (clockStartsAt === null) return systemClock;
  if (mode === 'test') return openTestClock(dataDir, clockStartsAt);
  return shiftedClock(clockStartsAt - Date.now());
}
