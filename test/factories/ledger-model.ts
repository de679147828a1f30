import type { AccountId, HoldId, MerchantId, TicketId } from '~/shared/ids';
import { seededRandom } from '~/shared/seeded-random';
import type { World } from '../setup/engines';

/** A small generator that gives the same numbers for the same seed, so that a failure can be looked at again. */
export function makeDice(seed: number) {
  const next = seededRandom(seed);
  const upTo = (most: number) => 1 + Math.floor(next() * most);
  const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(next() * items.length)];
  return { next, upTo, oneOf };
}

export interface Hold {
  id: HoldId;
  wallet: Wallet;
  ticketId: TicketId;
  amount: number;
  state: 'open' | 'captured' | 'ended';
  merchant?: Merchant;
  captured: number;
  commission: number;
  refunded: number;
  returned: number;
}
export interface Wallet {
  accountId: AccountId;
  balance: number;
  held: number;
  incoming: number;
  lastTopUp?: { transferKey: string; amount: number; reversed: boolean };
}
export interface Merchant {
  merchantId: MerchantId;
  sales: number;
  owed: number;
  cash: { ticketId: TicketId; amount: number; returned: number }[];
}

/** What the ledger should hold, worked out beside it without a database. */
export class Model {
  wallets: Wallet[] = [];
  merchants: Merchant[] = [];
  holds: Hold[] = [];
  /** Keys that were accepted, with the call that used them. */
  keys: { repeat: (world: World) => Promise<unknown>; clash: (world: World) => Promise<unknown> }[] = [];
  counts: Record<string, number> = {};
}

export type Answer = { ok: true } | { ok: false; refusal: { code: string } };
/** One operation: runs the verb, says whether the model expected a refusal, and moves the model when it was accepted. */
export interface Operation {
  name: string;
  run: (world: World) => Promise<Answer>;
  expected: string | null;
  apply: () => void;
}

export type Dice = ReturnType<typeof makeDice>;
