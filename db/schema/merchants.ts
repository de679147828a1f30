import type { Id } from '~/shared/ids';

/** Businesses that sell food. Writer: app/domain/merchants. */
export interface MerchantTables {
  merchant_profile: MerchantProfileTable;
  merchant_sign_up_answer: SignUpAnswerTable;
  merchant_hours: MerchantHoursTable;
  merchant_document: MerchantDocumentTable;
  merchant_document_page: DocumentPageTable;
  merchant_document_view: DocumentViewTable;
  merchant_document_check: DocumentCheckTable;
  merchant_rule: MerchantRuleTable;
  merchant_nik: MerchantNikTable;
  merchant_state_change: MerchantStateChangeTable;
  merchant_claim: MerchantClaimTable;
  merchant_contact: MerchantContactTable;
  merchant_section: MerchantSectionTable;
  merchant_section_revision: MerchantSectionRevisionTable;
  merchant_field_author: FieldAuthorTable;
}

export interface MerchantProfileTable {
  id: Id<'mrc'>; // mrc_…
  slug: string; // unique
  stall_name: string;
  owner_name: string | null; // exactly as on the KTP; one word is valid
  phone: string | null; // E.164, business contact
  region_code: string; // kabupaten/kota, 4 digits, Kemendagri
  district: string | null; // kecamatan, free text until the table has it
  address: string | null;
  /** What is sold: one of MERCHANT_CATEGORIES. Null until answered. */
  category: string | null;
  story: string | null;
  photo_file_id: Id<'fil'> | null;
  kbli_edition: string | null; // 2020 | 2025
  kbli_code: string | null; // 5 digits
  woman_owned: string | null; // yes | no | null = not said
  capital: number | null; // rupiah, without land and buildings
  yearly_sales: number | null; // rupiah
  qris_criterion: string | null; // UMI | UKE | UME | UBE | URE, as the acquirer gave it
  state: string; // draft -> submitted -> active <-> paused, suspended, closed
  submitted_at: number | null;
  /** When an owner took it over; null = imported and not yet claimed. */
  claimed_at: number | null;
  /** The organisation that imported it; null when she signed up herself. */
  imported_by: Id<'org'> | null;
  /** Identity inside that organisation: phone, else folded name + city, else the file's own id. Unique with imported_by. */
  import_identity: string | null;
  created_at: number;
  updated_at: number;
}

/** What was typed at sign-up, raw, field by field, so that another phone can go on. Primary key (person_id, field). */
export interface SignUpAnswerTable {
  person_id: Id<'psn'>;
  field: string;
  typed: string;
  saved_at: number;
}

/** Opening hours; a weekday without a row was not answered. Primary key (merchant_id, weekday, line). */
export interface MerchantHoursTable {
  merchant_id: Id<'mrc'>;
  weekday: number; // 0 Sunday … 6 Saturday
  line: number;
  state: string; // open | closed
  opens: string | null; // HH:MM
  closes: string | null;
}

/** Declared papers: what the owner says, per kind. Primary key (merchant_id, kind). */
export interface MerchantDocumentTable {
  merchant_id: Id<'mrc'>;
  kind: string; // ktp | npwp | nib | pirt | bpom | halal | hygiene | bank_book
  answer: string; // have | in_process | none_yet | not_needed | not_halal
  /** Number, AES-256-GCM sealed; and its HMAC for look-up. */
  number_sealed: string | null;
  number_hmac: string | null;
  valid_until: string | null; // date; null = no end
  declared_at: number;
  declared_by: Id<'psn'> | null;
  /** Of an NIB: the KBLI edition its codes stand in, 2020 | 2025. */
  edition: string | null;
  issued_on: string | null; // date
  source: string; // owner | helper | import
  /** Grows with every change of answer, number, dates or pages; a check of an older one has lapsed. */
  revision: number;
  /** The last reminder: for which end, and how many days before it. */
  reminded_until: string | null;
  reminded_days: number | null;
}

/** Pages of a paper, photographed or from a PDF, sealed. Primary key (merchant_id, kind, position); positions are not used again. */
export interface DocumentPageTable {
  merchant_id: Id<'mrc'>;
  kind: string;
  position: number;
  file_id: Id<'fil'>; // platform_file, private; its bytes are gone once removed
  fingerprint: string; // HMAC of the picture: the same page sent twice is one; unique among those that are there
  added_at: number;
  added_by: Id<'psn'>;
  removed_at: number | null;
}

/** Who was shown a page, when, by which right. Never changed. */
export interface DocumentViewTable {
  id: string;
  merchant_id: Id<'mrc'>;
  kind: string;
  file_id: Id<'fil'>;
  viewer_id: Id<'psn'>;
  right: string; // merchant.edit | organisation.run | verifier; operator in rows from before
  at: number;
}

/** What a person found who compared a paper. Primary key (merchant_id, kind, level, scope_id). */
export interface DocumentCheckTable {
  merchant_id: Id<'mrc'>;
  kind: string;
  level: string; // platform | organiser | festival
  scope_id: string; // installation | organisation id | festival id
  /** The paper's revision she saw. */
  revision: number;
  outcome: string; // fits | does_not_fit
  note: string | null; // shown to the owner
  at: number;
  by: Id<'psn'>;
}

/** Rules of papers as dated rows with a source; of a kind and scope the newest that holds is in force. */
export interface MerchantRuleTable {
  id: Id<'rul'>;
  kind: string; // asks | lasts_years | renew_before_days | halal_duty | reminder_days
  scope: string; // a kind of paper | micro_small | all
  value: string;
  valid_from: string; // date
  valid_until: string | null;
  source: string;
}

/** Every NIK ever declared, as its HMAC: the lock under which its one active owner is decided. */
export interface MerchantNikTable {
  number_hmac: string; // primary key
  declared_at: number; // last time
}

export interface MerchantStateChangeTable {
  id: string;
  merchant_id: Id<'mrc'>;
  from_state: string;
  to_state: string;
  at: number;
  by_person_id: Id<'psn'> | null;
  why: string;
}

/** A printed claim code for an imported merchant without a phone. One live code per merchant. */
export interface MerchantClaimTable {
  id: string;
  merchant_id: Id<'mrc'>;
  organisation_id: Id<'org'>;
  code_hmac: string; // unique
  /** Sealed, so that the organisation can print the sheet again. */
  code_sealed: string;
  issued_at: number;
  issued_by: Id<'psn'>;
  redeemed_at: number | null;
  redeemed_by: Id<'psn'> | null;
  revoked_at: number | null;
}

/** Who answers for the business. Primary key (merchant_id, kind). */
export interface MerchantContactTable {
  merchant_id: Id<'mrc'>;
  kind: string; // complaints | emergency
  /** complaints: a live member; emergency: null. CHECK one of the two columns. */
  person_id: Id<'psn'> | null;
  phone: string | null; // emergency: E.164
  set_by: Id<'psn'>;
  set_at: number;
}

/** What a verifier decides as one thing. A section not handed in yet has no row. Primary key (merchant_id, section). */
export interface MerchantSectionTable {
  merchant_id: Id<'mrc'>;
  section: string; // identity | business
  state: string; // submitted -> passed | returned; returned -> submitted; passed -> submitted (something in it changed)
  /** The newest handed in; CHECK > 0. */
  revision: number;
  /** Since when it waits: a correction while it waits keeps its place in the queue. */
  submitted_at: number;
  decided_at: number | null;
  /** Null where the organisation that imported her vouches. */
  decided_by: Id<'psn'> | null;
  reason: string | null; // a reason of RETURN_REASONS | vouched
  /** What to mend, in the verifier's words. */
  fix: string | null;
}

/** A section as it was handed in. Content is never changed, a decision is written once. Primary key (merchant_id, section, revision). */
export interface MerchantSectionRevisionTable {
  merchant_id: Id<'mrc'>;
  section: string;
  revision: number;
  /** JSON: fields as typed; numbers of papers sealed, with their HMAC for comparing. */
  content: string;
  at: number;
  by_person_id: Id<'psn'> | null;
  decision: string | null; // passed | returned
  decided_at: number | null;
  decided_by: Id<'psn'> | null;
  reason: string | null;
  fix: string | null;
}

/** Who typed which field of a business, newest last. What a helper typed waits until the owner confirms or undoes it. */
export interface FieldAuthorTable {
  id: Id<'typ'>;
  merchant_id: Id<'mrc'>;
  field: string; // stallName …, document:<kind>, dish:<id>:<part>
  at: number;
  person_id: Id<'psn'>;
  /** Null: somebody of the business itself. */
  helper_session_id: Id<'hlp'> | null;
  /** Values as JSON (a paper's number sealed in it); kept for a helper's only, and only until confirmed or undone. */
  before_value: string | null;
  after_value: string | null;
  confirmed_at: number | null;
  confirmed_by: Id<'psn'> | null;
  undone_at: number | null;
}
