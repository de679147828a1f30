import type { Id } from '~/shared/ids';

/** What people ask about their own data. Writer: app/domain/privacy. */
export interface PrivacyTables {
  privacy_request: PrivacyRequestTable;
}

/** One request with its clock of 72 hours (UU 27/2022 art. 30, 32, 40, 41). Unique (person_id, kind) while open. */
export interface PrivacyRequestTable {
  id: Id<'prq'>; // prq_…
  person_id: Id<'psn'>;
  kind: string; // export | correction | erasure | restriction
  /** asked -> taken -> answered | refused; erasure: taken -> erasing -> answered; asked, taken -> withdrawn */
  state: string;
  asked_at: number;
  due_at: number;
  /** Correction: which of her data, and what it should say. */
  field: string | null; // name | email | business | other
  wanted: string | null;
  taken_at: number | null;
  taken_by: Id<'psn'> | null;
  ended_at: number | null;
  /** Null where the worker answered. */
  ended_by: Id<'psn'> | null;
  refusal: string | null; // why, as a code with words in app/i18n
  answer: string | null; // what the officer wrote besides
  /** Export: its file goes then. */
  expires_at: number | null;
  /** Restriction: when she let processing go on. */
  lifted_at: number | null;
}
