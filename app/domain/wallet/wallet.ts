import type { AccountId, HoldId, RuleId, TransferId } from '~/shared/ids';

/** Words, limits and state graphs of the wallet. Whole rupiah everywhere; nothing here touches the database. */

export const TIERS = ['basic', 'pending', 'plus', 'rejected'] as const;
export type Tier = (typeof TIERS)[number];

/** Until Plus is granted the limits of Basic hold. */
export function limitScopeOf(tier: Tier): 'tier:basic' | 'tier:plus' {
  return tier === 'plus' ? 'tier:plus' : 'tier:basic';
}

/** Monthly limits count by the calendar of Jakarta, wherever the festival is (limits reset on day 1, domain.md §4.1). */
export const LIMIT_ZONE = 'Asia/Jakarta';

/** A hold ends once. */
export const HOLD_GRAPH = { open: ['captured', 'voided', 'expired'], captured: [], voided: [], expired: [] } as const;
export type HoldState = keyof typeof HOLD_GRAPH;

/** A top-up ends once; success comes only from the rail itself, never from the customer's browser. */
export const TOP_UP_GRAPH = { created: ['succeeded', 'failed'], succeeded: [], failed: [] } as const;
export type TopUpState = keyof typeof TOP_UP_GRAPH;

export type RailName = 'simulator' | 'stripe';
export const RAIL_NAMES: readonly RailName[] = ['simulator', 'stripe'];

export type TransferKind = 'sale' | 'cash_commission' | 'netting' | 'refund' | 'top_up' | 'reversal';

export type Purpose =
  | 'sale'
  | 'commission'
  | 'netting'
  | 'refund'
  | 'commission_return'
  | 'top_up'
  | 'shortfall'
  | 'to_return'
  | 'returned'
  | 'reversal';

export const PIN_TRIES_MAX = 5;
/** Five tries a window, then the PIN rests. Spending only: money coming in is never stopped. */
export const PIN_LOCK_MS = 30 * 60_000;

/** A right PIN may be remembered this long, where the customer asks for it. */
export const PIN_PASS_MS = 10 * 60_000;
/** Whole rupiah: a larger payment asks for the PIN in any case, so that a phone left on a table loses a meal, not a wallet. */
export const PIN_PASS_PAYMENT_MAX = 250_000;

/** A card payment not finished in this time is closed at the rail (the shortest it allows is 30 minutes). */
export const TOP_UP_OPEN_MS = 31 * 60_000;

/** An account as the verbs see it. `available` = balance - held. */
export interface Account {
  id: AccountId;
  balance: number;
  held: number;
  version: number;
  tier: Tier | null;
}

export interface Posted {
  transferId: TransferId;
  /** True when this key had been posted before with the same content: nothing was written now. */
  repeated: boolean;
}

export interface RuleInForce {
  id: RuleId;
  kind: string;
  scope: string;
  basisPoints: number;
  fixedAmount: number;
  titleId: string;
  titleEn: string;
  source: string;
  validFrom: string;
  validUntil: string | null;
}

export interface HoldOrder {
  id: HoldId;
  accountId: AccountId;
  /** Whole rupiah, above zero. */
  amount: number;
  /** What it is for: the ticket. One hold a reference, for ever. */
  reference: string;
}

export type KeyRefusal = { code: 'key_reused' };
export type BalanceRefusal = { code: 'balance_too_low'; missing: number };
export type CapRefusal =
  | { code: 'tier_balance_limit'; room: number; limit: number }
  | { code: 'tier_incoming_limit'; room: number; limit: number };
export type HoldRefusal = { code: 'hold_ended'; state: HoldState | 'unknown' };
export type ReversalRefusal = { code: 'reversal_too_large'; left: number };
export type PinRefusal =
  | { code: 'pin_wrong'; triesLeft: number }
  | { code: 'pin_locked'; until: number }
  | { code: 'pin_not_set' };
export type PinWeakness = 'sequence' | 'repeat' | 'date' | 'phone';
export type PinSetRefusal = { code: 'pin_weak'; pin: string; why: PinWeakness } | { code: 'pin_already_set' };
export type TopUpRefusal =
  | { code: 'top_up_too_small'; minimum: number }
  | { code: 'rail_off' }
  | { code: 'top_up_unknown' }
  | CapRefusal;

/** Every refusal of this capability; words in app/i18n/refusals/wallet.ts. */
export type WalletRefusal =
  | KeyRefusal
  | BalanceRefusal
  | HoldRefusal
  | ReversalRefusal
  | PinRefusal
  | PinSetRefusal
  | TopUpRefusal;
