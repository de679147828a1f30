import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { holdRows } from './internal/batch.server';
import type { HoldOrder } from './wallet';

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
  const guard = fences.guard ? sql`and wallet_account.balance - wallet_account.held >= asked_sum.amount` : sql``;
  const charged = await sql<{ id: string }>`
    update wallet_account set held = wallet_account.held + asked_sum.amount
    from (select account_id, cast(sum(amount) as bigint) as amount from ${holdRows(tx, holds)} as asked group by account_id) as asked_sum
    where wallet_account.id = asked_sum.account_id and wallet_account.kind = 'spending' ${guard}
    returning wallet_account.id`.execute(tx);
  const carried = new Set(charged.rows.map(({ id }) => id));
  const placed = holds.filter(({ accountId }) => carried.has(accountId));
  if (placed.length === 0) return 0;
  await sql`
    insert into wallet_hold (id, account_id, amount, captured, commission, refunded, commission_returned, state, reference, opened_at, ended_at)
    select id, account_id, amount, 0, 0, 0, 0, 'open', reference, cast(${now} as bigint), cast(null as bigint)
    from ${holdRows(tx, placed)} as asked`.execute(tx);
  return placed.length;
}
