import type { Engine } from '~db/engine.server';
import type { World } from '../setup/open-world';
import type { MeasureRun } from './bench-line';
import type { OwnWorldOptions } from './own-site';

export type Facts = Record<string, string | number>;

/** What came of a proof on one engine. */
export interface ProofResult {
  /** How large it was. */
  parameters: Facts;
  figures: Facts;
  /** Everything that must be shown, each as a sentence with its answer. */
  shown: Record<string, boolean>;
  /** The same without what protects it: must fail, or the proof proves nothing. */
  control?: { what: string; figures: Facts; failed: boolean };
  /** What a reader must know to judge it. */
  notes?: readonly string[];
}

/** One row of the catalogue (targets §3), as `test/prove/<id>.ts` exports it in `proof`. */
export interface Proof {
  /** R1, S4 … */
  id: string;
  what: string;
  mustShow: string;
  engines: readonly Engine[];
  /** Throws where it cannot be run at all. */
  prove: (run: ProofRun) => Promise<ProofResult>;
}

export interface ProofModule {
  proof: Proof;
}

export interface ProofRun extends MeasureRun {
  engine: Engine;
  /** A fresh installation on the disk; ends with the run. */
  world: (options?: OwnWorldOptions) => Promise<World>;
}
