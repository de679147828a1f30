import type { Id } from '~/shared/ids';

/** Courses for merchants. Writer: app/domain/training. Lessons themselves are files with versions. */
export interface TrainingTables {
  training_event: TrainingEventTable;
  training_proof: TrainingProofTable;
  training_tip_view: TipViewTable;
}

/** Append-only; progress is derived (any order, duplicates harmless). */
export interface TrainingEventTable {
  id: string; // made on the phone or the server; a duplicate id is the same event
  merchant_id: Id<'mrc'>;
  person_id: Id<'psn'>;
  lesson: string;
  lesson_version: number;
  kind: string; // lesson_opened | quiz_answered | quiz_finished
  /** JSON: attempt, question, choice … */
  data: string;
  happened_at: number;
  received_at: number;
}

/** What a capability above training saw (stock, slip, stall); recorded and withdrawn by it. Primary key (merchant_id, proof, source_id). */
export interface TrainingProofTable {
  merchant_id: Id<'mrc'>;
  proof: string;
  source_id: string;
  recorded_at: number;
  withdrawn_at: number | null;
}

/** A tip opened: once a business and day however often, so a count of rows is a count of days, never of page loads. Primary key (tip, merchant_id, day). */
export interface TipViewTable {
  tip: string;
  merchant_id: Id<'mrc'>;
  day: string; // house's zone
  opened_by: Id<'psn'>;
  opened_at: number;
}
