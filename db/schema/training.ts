import type { Id } from '~/shared/ids';

/** Courses for merchants. Writer: app/domain/training. Lessons themselves are files with versions. */
export interface TrainingTables {
  training_event: TrainingEventTable;
  training_proof: TrainingProofTable;
  training_tip_view: TipViewTable;
  training_certificate: TrainingCertificateTable;
  training_coaching: TrainingCoachingTable;
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

/** What was certified, as it is printed. Unique: code; (merchant_id, course, turn). */
export interface TrainingCertificateTable {
  id: Id<'crt'>;
  code: string; // ten letters of `CODE_LETTERS`, the last a check
  merchant_id: Id<'mrc'>;
  person_id: Id<'psn'>; // who asked for it
  course: string;
  course_version: string; // `slug.version` of every lesson, with spaces between
  turn: number; // 1 the merchant's first in this course
  holder: string; // the owner's name as printed
  stall: string;
  city: string;
  issued_at: number;
  valid_until: number; // first instant at which it has run out
  revoked_at: number | null;
  revoked_by: Id<'psn'> | null;
  revoked_why: string | null;
  /** From when a revoked one may be followed by another. */
  again_from: number | null;
}

/** A reason to talk to a merchant that somebody closed. Unique: merchant, reason, lesson, opened_at. */
export interface TrainingCoachingTable {
  id: Id<'coa'>;
  merchant_id: Id<'mrc'>;
  reason: string; // failed_thrice | idle
  lesson: string;
  /** When the reason began to hold, as derived. */
  opened_at: number;
  closed_at: number;
  closed_by: Id<'psn'>;
  note: string;
}
