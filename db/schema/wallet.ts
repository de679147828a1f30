import type { Id } from '~/shared/ids';

/** Money. Whole rupiah. Writer: app/domain/wallet. Transfers and entries are never updated or deleted (triggers). */
export interface WalletTables {
  wallet_account: AccountTable;
  wallet_transfer: TransferTable;
  wallet_entry: EntryTable;
  wallet_hold: HoldTable;
  wallet_incoming: IncomingTable;
  wallet_top_up: TopUpTable;
  wallet_external_event: ExternalEventTable;
  wallet_rule: RuleTable;
  wallet_pin_pass: PinPassTable;
  wallet_payout_schedule: PayoutScheduleTable;
  wallet_outside_sales: OutsideSalesTable;
  wallet_slip_view: SlipViewTable;
  wallet_payout_account: PayoutAccountTable;
}

/**
 * Accounts. Unique (owner_kind, owner_id, kind).
 * spending (person): credit-normal, capped by tier, CHECK balance >= held, held >= 0.
 * sales (merchant): credit-normal payable without a cap, CHECK balance >= 0.
 * receivable (merchant): debit-normal, what the merchant owes, CHECK balance >= 0.
 * house accounts (commission, simulator_clearing, card_clearing, money_to_return): owner_id 'house', balance and version null;
 * their entries are the truth. Their rows are data of a migration.
 */
export interface AccountTable {
  id: Id<'acc'>; // acc_…
  owner_kind: string; // person | merchant | house
  owner_id: string;
  kind: string;
  balance: number | null;
  /** Sum of open holds; 0 for accounts that cannot be held. */
  held: number;
  /** Grows by one with every entry; entries carry it, so a gap shows. Null on house accounts. */
  version: number | null;
  tier: string | null; // basic | pending | plus | rejected (spending only)
  pin_hash: string | null;
  pin_failures: number;
  pin_locked_until: number | null;
  created_at: number;
}

export interface TransferTable {
  id: Id<'trf'>; // trf_…
  kind: string; // sale | cash_commission | netting | refund | top_up | reversal
  at: number;
  reference_kind: string; // ticket | top_up
  reference_id: string;
  /** Unique for ever: one key, one transfer. */
  idempotency_key: string;
  content_hash: string;
  reverses_id: Id<'trf'> | null; // unique: a transfer is reversed once
  /** Amount for reading; the truth is in the entries. */
  amount: number;
}

/** One line: amount goes from the debited to the credited account, so a transfer cannot be unbalanced. */
export interface EntryTable {
  transfer_id: Id<'trf'>;
  line: number; // primary key (transfer_id, line)
  debit_account_id: Id<'acc'>;
  credit_account_id: Id<'acc'>; // CHECK <> debit_account_id
  amount: number; // CHECK > 0
  purpose: string; // sale | commission | netting | refund | commission_return | top_up | shortfall
  rule_id: Id<'rul'> | null;
  /** The version each account reached by this line; null for house accounts. */
  debit_version: number | null;
  credit_version: number | null;
  at: number;
}

/** Money set aside: open -> captured | voided | expired, once. CHECK captured <= amount, commission <= captured, refunded <= captured, commission_returned <= commission. */
export interface HoldTable {
  id: Id<'hld'>; // hld_…
  account_id: Id<'acc'>;
  amount: number; // CHECK > 0
  captured: number; // 0 until captured
  /** Commission taken at capture; what was given back of the captured amount and of that commission. All 0 until then. */
  commission: number;
  refunded: number;
  commission_returned: number;
  state: string;
  reference: string; // ticket id, unique
  opened_at: number;
  ended_at: number | null;
}

/** Money that came in this calendar month (WIB), for the monthly limit. Primary key (account_id, month). */
export interface IncomingTable {
  account_id: Id<'acc'>;
  month: string; // YYYY-MM
  amount: number;
}

export interface TopUpTable {
  id: Id<'top'>; // top_…
  account_id: Id<'acc'>;
  amount: number;
  rail: string; // simulator | stripe
  state: string; // created -> succeeded | failed
  external_id: string | null; // unique with rail
  created_at: number;
  ended_at: number | null;
  failure: string | null;
}

/** What the outside told us, once each: primary key (rail, external_id). */
export interface ExternalEventTable {
  rail: string;
  external_id: string;
  kind: string;
  received_at: number;
  /** SHA-256 of the raw body. */
  body_sha256: string;
  outcome: string; // applied | ignored
}

/** Money rules as dated rows with a source (C10). The newest row of a kind and scope whose dates hold is in force. */
export interface RuleTable {
  id: Id<'rul'>; // rul_…
  kind: string; // commission | mdr | balance_limit | incoming_limit | top_up_minimum
  scope: string; // all | wallet | cash | tier:basic | tier:plus | …
  basis_points: number;
  fixed_amount: number;
  title_id: string;
  title_en: string;
  source: string;
  valid_from: string; // date
  valid_until: string | null;
  created_at: number;
}

/** A right PIN remembered on one session for one account. Primary key (session_id, account_id). CHECK until_at > made_at. */
export interface PinPassTable {
  session_id: Id<'ses'>;
  account_id: Id<'acc'>;
  made_at: number;
  until_at: number;
}

/** The hour a merchant chose for her payouts. Primary key merchant_id. */
export interface PayoutScheduleTable {
  merchant_id: Id<'mrc'>;
  hour: number; // 0–23, on the house's clock (CHECK)
  set_by: Id<'psn'>;
  set_at: number;
}

/** What she sold elsewhere in a month, as she says; for the estimate of the year's sales. Primary key (merchant_id, month). */
export interface OutsideSalesTable {
  merchant_id: Id<'mrc'>;
  month: string; // YYYY-MM
  amount: number; // whole rupiah, CHECK >= 0
  entered_by: Id<'psn'>;
  entered_at: number;
}

/** A slip that somebody of hers checked, said by a tap and not by opening a page. Primary key (merchant_id, participation_id, day). */
export interface SlipViewTable {
  merchant_id: Id<'mrc'>;
  participation_id: Id<'par'>;
  day: string; // date of the slip, festival's own zone
  viewed_by: Id<'psn'>;
  viewed_at: number;
}

/**
 * Where a merchant's money is paid to. One in force and one open proposal an account (unique indexes).
 * CHECK first_checked_by <> second_checked_by: a change is checked by two people.
 */
export interface PayoutAccountTable {
  id: Id<'pac'>; // pac_…
  account_id: Id<'acc'>; // the merchant's sales account
  bank: string; // code of app/domain/wallet/payout-account.ts
  number_sealed: string;
  number_hmac: string;
  /** The last digits, shown as `BRI ••4821`. */
  number_end: string;
  holder: string;
  state: string; // proposed -> checked_once -> in_force -> replaced; proposed | checked_once -> refused | withdrawn
  /** 1 = first account, 2 = change. Decided when it is proposed. */
  checks_needed: number;
  proposed_at: number;
  proposed_by: Id<'psn'>;
  first_checked_at: number | null;
  first_checked_by: Id<'psn'> | null;
  second_checked_at: number | null;
  second_checked_by: Id<'psn'> | null;
  in_force_at: number | null;
  ended_at: number | null; // replaced, refused or withdrawn
  refused_by: Id<'psn'> | null;
  refused_why: string | null; // a reason of ACCOUNT_REASONS
  fix: string | null;
}
