import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchLine, Figure, Goal, MeasureRun, Reference } from './bench-line';
import { chooseCores } from './cores';
import type { Spread } from './statistics';

/** A line as it is told: what was wished, what came out, and whether that is enough. */
export interface MeasuredLine {
  id: string;
  what: string;
  goal: Goal;
  /** Null where it could not be measured. */
  value: number | null;
  unit: string;
  met: boolean;
  reference: Reference | null;
  spread?: Spread;
  note?: string;
  /** Why there is no value. */
  failed?: string;
}

export type Size = MeasureRun['size'];

const SIZES: Record<Size, Pick<MeasureRun, 'rounds' | 'seconds'>> = {
  quick: { rounds: 1, seconds: 1 },
  full: { rounds: 5, seconds: 5 },
};

export function isMet(goal: Goal, value: number): boolean {
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** Measures one line in a folder of its own. A line that throws is told as failed; nothing it started stays. */
export async function measureLine(line: BenchLine, size: Size): Promise<MeasuredLine> {
  const { id, what, goal, unit } = line;
  try {
    const figure = await withRun(size, line.measure);
    return { id, what, goal, unit, ...judged(goal, figure) };
  } catch (error) {
    return { id, what, goal, unit, value: null, met: false, reference: null, failed: wordsOf(error) };
  }
}

function judged(goal: Goal, { value, reference, spread, note }: Figure) {
  if (!Number.isFinite(value)) throw new Error(`the line answered ${value}`);
  return { value, met: isMet(goal, value), reference, ...(spread ? { spread } : {}), ...(note ? { note } : {}) };
}

/** Lends a run to `work` and tidies up behind it. */
export async function withRun<Value>(size: Size, work: (run: MeasureRun) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'pestarasa-measure-'));
  // PostgreSQL may run as another user.
  chmodSync(folder, 0o755);
  const acts: (() => Promise<unknown> | unknown)[] = [];
  const run = {
    size,
    ...SIZES[size],
    folder,
    cores: chooseCores(),
    onEnd: (act: (typeof acts)[number]) => void acts.push(act),
  };
  try {
    return await work(run);
  } finally {
    for (const act of acts.reverse()) await act();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
