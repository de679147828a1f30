import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { insertEach, type RowOf } from '~/platform/insert-each.server';
import { jsonRows } from '~/platform/json-rows.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { AccountId } from '~/shared/ids';
import type { HoldOrder } from './wallet';

const ASKED = { account_id: 'text', amount: 'integer' } as const;

interface OpenedHold extends HoldOrder {
  now: number;
}

const HOLD: RowOf<OpenedHold> = {
  id: ['text', ({ id }) => id],
  account_id: ['text', ({ accountId }) => accountId],
  amount: ['integer', ({ amount }) => amount],
  captured: ['integer', () => 0],
  commission: ['integer', () => 0],
  refunded: ['integer', () => 0],
  commission_returned: ['integer', () => 0],
  state: ['text', () => 'open'],
  reference: ['text', ({ reference }) => reference],
  opened_at: ['integer', ({ now }) => now],
};

/**
 * Sets money aside for a whole batch, in two statements whatever its size. Check and write are one statement: an account
 * that cannot carry the sum of all its holds in this batch gets none of them. Whole rupiah.
 *
 * @returns how many holds were placed; fewer than asked means that some account lacked money, and the caller refuses.
 */
export async function placeHolds(
  tx: Tx,
  holds: readonly HoldOrder[],
  now: number,
  fences: Fences = ALL_FENCES,
): Promise<number> {
  if (holds.length === 0) return 0;
  const asked = new Map<AccountId, number>();
  for (const { accountId, amount } of holds) asked.set(accountId, (asked.get(accountId) ?? 0) + amount);
  const sums = [...asked].map(([account_id, amount]) => ({ account_id, amount }));
  const guard = fences.guard ? sql`and wallet_account.balance - wallet_account.held >= asked.amount` : sql``;
  const charged = await sql<{ id: AccountId }>`
    update wallet_account set held = wallet_account.held + asked.amount
    from ${jsonRows(tx, ASKED, sums)} as asked
    where wallet_account.id = asked.account_id and wallet_account.kind = 'spending' ${guard}
    returning wallet_account.id`.execute(tx);
  const carried = new Set(charged.rows.map(({ id }) => id));
  const opened = holds.flatMap((hold): OpenedHold[] => (carried.has(hold.accountId) ? [{ ...hold, now }] : []));
  return insertEach(tx, 'wallet_hold', HOLD, opened);
}
