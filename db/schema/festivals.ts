import type { Id } from '~/shared/ids';

/** Festivals: dates, call, applications, line-up, offers. Writer: app/domain/festivals. */
export interface FestivalTables {
  festival_edition: EditionTable;
  festival_day: FestivalDayTable;
  festival_state_change: FestivalStateChangeTable;
  festival_question: QuestionTable;
  festival_document_need: DocumentNeedTable;
  festival_cap: CapTable;
  festival_training_rule: TrainingRuleTable;
  festival_booth: BoothTable;
  festival_application: ApplicationTable;
  festival_answer: AnswerTable;
  festival_decision: DecisionTable;
  festival_offer: OfferTable;
  festival_participation: ParticipationTable;
  festival_incident: IncidentTable;
}

/** One festival with its dates and place ("a festival"; a series repeats it). */
export interface EditionTable {
  id: Id<'fst'>; // fst_…
  organisation_id: Id<'org'>;
  slug: string; // unique
  name: string;
  template: string; // weekly_market | three_days
  region_code: string;
  place: string;
  zone: string; // Asia/Jakarta | Asia/Makassar | Asia/Jayapura
  starts_on: string; // date
  ends_on: string;
  opens: string; // HH:MM each day
  closes: string;
  story: string | null;
  state: string; // draft open curating published running postponed finished cancelled
  call_closes_at: number;
  /** An offer lives this long, at most until load-in - 12 h. */
  offer_hours: number; // 48
  load_in_at: number;
  appeal_until: number | null;
  plan_columns: number;
  plan_rows: number;
  published_at: number | null;
  created_at: number;
  created_by: Id<'psn'>;
}

/** Primary key (festival_id, day). */
export interface FestivalDayTable {
  festival_id: Id<'fst'>;
  day: string; // date, festival's own zone
  opens_at: number;
  closes_at: number;
  closed_at: number | null; // when the evening's accounts were closed
}

export interface FestivalStateChangeTable {
  id: string;
  festival_id: Id<'fst'>;
  from_state: string;
  to_state: string;
  at: number;
  by_person_id: Id<'psn'> | null;
  why: string | null;
}

/** Questions of the call, at most six. */
export interface QuestionTable {
  id: Id<'qst'>; // qst_…
  festival_id: Id<'fst'>;
  position: number;
  kind: string; // text | long_text | number | yes_no | choice
  label: string;
  hint: string | null;
  choices: string; // JSON array
  required: string; // yes | no
}

/** Papers asked for on the festival's dates. Primary key (festival_id, kind). */
export interface DocumentNeedTable {
  festival_id: Id<'fst'>;
  kind: string;
  required: string; // yes | no (no = wished)
}

/** Caps: total, per category, same dish, halal share, per district. Primary key (festival_id, kind, value). */
export interface CapTable {
  festival_id: Id<'fst'>;
  kind: string; // total | category | dish | halal_share | district
  value: string; // the category; '' where it applies to every one
  /** At most this many; for halal_share at least this many per cent. */
  limit_number: number;
}

/** How finished lessons count in choosing; no row = they do not. Primary key festival_id. */
export interface TrainingRuleTable {
  festival_id: Id<'fst'>;
  kind: string; // minimum | weight (CHECK)
  /** minimum: lessons needed, 1–10; weight: points a finished lesson, 1–10 (CHECK). */
  amount: number;
  set_by: Id<'psn'>;
  set_at: number;
}

/** A numbered place. Unique (festival_id, number); unique (festival_id, plan_row, plan_column). */
export interface BoothTable {
  id: Id<'bth'>; // bth_…
  festival_id: Id<'fst'>;
  number: number;
  plan_row: number;
  plan_column: number;
  power: string; // yes | no
  gas: string; // yes | no
}

/** Unique (festival_id, merchant_id). */
export interface ApplicationTable {
  id: Id<'apl'>; // apl_…
  festival_id: Id<'fst'>;
  merchant_id: Id<'mrc'>;
  state: string; // draft submitted complete offered accepted waitlisted declined returned withdrawn expired
  submitted_at: number | null;
  returned_why: string | null;
  created_at: number;
  created_by: Id<'psn'> | null;
  updated_at: number;
}

/** Primary key (application_id, question_id). */
export interface AnswerTable {
  application_id: Id<'apl'>;
  question_id: Id<'qst'>;
  answer: string;
  saved_at: number;
}

/** Stands apart from the application's state until publishing, so nobody can learn it early. Primary key application_id. */
export interface DecisionTable {
  application_id: Id<'apl'>;
  festival_id: Id<'fst'>;
  outcome: string; // chosen | reserve | not_chosen
  /** Chosen: the booth she is placed at; unique where not null. */
  booth_id: Id<'bth'> | null;
  /** Reserve: order on the waiting list, 1 first. */
  rank: number | null;
  reason: string | null;
  decided_at: number;
  decided_by: Id<'psn'>;
}

/** Unique (booth_id) where outcome in (open, accepted); unique (application_id) where outcome = open. */
export interface OfferTable {
  id: Id<'ofr'>; // ofr_…
  festival_id: Id<'fst'>;
  application_id: Id<'apl'>;
  booth_id: Id<'bth'>;
  offered_at: number;
  expires_at: number;
  outcome: string; // open -> accepted | declined | expired | revoked
  ended_at: number | null;
  ended_by: Id<'psn'> | null;
}

/** An accepted offer: this merchant at this festival. Unique (festival_id, merchant_id) and (booth_id) where ended_at is null. */
export interface ParticipationTable {
  id: Id<'par'>; // par_…
  festival_id: Id<'fst'>;
  merchant_id: Id<'mrc'>;
  booth_id: Id<'bth'>;
  booth_number: number;
  offer_id: Id<'ofr'>;
  slug: string; // unique within the festival
  accepted_at: number;
  ended_at: number | null;
}

/** Something that went wrong on the square, shown in the control room until it is closed. Never deleted. */
export interface IncidentTable {
  id: Id<'inc'>; // inc_…
  festival_id: Id<'fst'>;
  /** Null = not at a booth. */
  participation_id: Id<'par'> | null;
  kind: string; // injury | fire | food | power | crowd | weather | other
  severity: string; // low | serious | danger
  text: string; // '' = nothing more was said
  at: number;
  by_person_id: Id<'psn'>;
  closed_at: number | null;
  closed_by: Id<'psn'> | null;
}
