import type { Cores } from './cores';
import type { Spread } from './statistics';

/** What a value must be; whether it is met is decided by the runner, never by a line. */
export type Goal = { atLeast: number } | { atMost: number };

/** Something of the machine itself, measured in the same run, that a value is read beside. */
export interface Reference {
  what: string;
  value: number;
  unit: string;
}

export interface Figure {
  /** In the unit of the line; the median where there are rounds. */
  value: number;
  /** Null where nothing of the machine compares, such as bytes. */
  reference: Reference | null;
  /** Lowest and highest round. */
  spread?: Spread;
  /** What a reader must know to read it rightly. */
  note?: string;
}

/** One line of targets, as `test/bench/<name>.ts` exports them in `lines`. */
export interface BenchLine {
  id: string;
  what: string;
  goal: Goal;
  /** `×` for a ratio, else req/s, ms, kB … */
  unit: string;
  /** Throws where it cannot be measured; the runner says so. */
  measure: (run: MeasureRun) => Promise<Figure>;
}

export interface LineModule {
  lines: readonly BenchLine[];
}

/** What a line or proof is given. */
export interface MeasureRun {
  /** `quick`: shows that it works; its figures are for nobody. */
  size: 'quick' | 'full';
  /** How often a pair is measured; the median counts. */
  rounds: number;
  /** Length of one load, seconds. */
  seconds: number;
  /** An empty folder on the disk, removed at the end. */
  folder: string;
  /** Who runs where. */
  cores: Cores;
  /** Acts of tidying, run last first, also after a failure. */
  onEnd: (act: () => Promise<unknown> | unknown) => void;
}
