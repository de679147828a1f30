import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import type { AccountId, Id } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { dayOf } from '~/shared/time';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import { type Limits, readLimits } from './read-limits.server';
import { readRuleInForce } from './read-rule-in-force.server';
import {
  type CapRefusal,
  type KeyRefusal,
  LIMIT_ZONE,
  type RailName,
  TOP_UP_OPEN_MS,
  type TopUpRefusal,
} from './wallet';

export interface TopUpOrder {
  /** Made by the form, so that a second tap is the same top-up. */
  topUpId: Id<'top'>;
  accountId: AccountId;
  /** Whole rupiah. */
  amount: number;
  rail: RailName;
  /** The rails this installation has switched on. */
  railsOn: readonly RailName[];
  now: number;
}

/**
 * Writes down that money is about to come in, and keeps room for it under the limits of the tier. Nothing is credited.
 * A sum that would pass a limit is refused as a whole, with the room that is left (domain.md §4.1).
 */
export async function startTopUp(
  tx: Tx,
  { topUpId, accountId, amount, rail, railsOn, now }: TopUpOrder,
): Promise<Result<Id<'top'>, TopUpRefusal | KeyRefusal>> {
  if (!railsOn.includes(rail)) return refuse({ code: 'rail_off' });
  const [account] = await lockSpendingAccounts(tx, [accountId]);
  if (!account) throw new Error('a top-up needs an account');
  const known = await tx
    .selectFrom('wallet_top_up')
    .select(['account_id', 'amount', 'rail'])
    .where('id', '=', topUpId)
    .executeTakeFirst();
  if (known) {
    const isSame = known.account_id === accountId && known.amount === amount && known.rail === rail;
    return isSame ? accept(topUpId) : refuse({ code: 'key_reused' });
  }
  const minimum = await readRuleInForce(tx, { kind: 'top_up_minimum', scope: 'all', day: dayOf(now, LIMIT_ZONE) });
  const refusal = judgeTopUp(amount, { minimum: minimum.fixedAmount, limits: await readLimits(tx, account, now) });
  if (refusal) return refuse(refusal);
  await tx
    .insertInto('wallet_top_up')
    .values({
      id: topUpId,
      account_id: accountId,
      amount,
      rail,
      state: 'created',
      external_id: null,
      created_at: now,
      ended_at: null,
      failure: null,
    })
    .execute();
  // Whatever becomes of the customer's browser, the rail is asked until this top-up has ended.
  if (rail !== 'simulator') {
    await addToOutbox(tx, {
      kind: 'wallet.check_top_up',
      key: `wallet.check_top_up:${topUpId}`,
      payload: { topUpId },
      dueAt: now + TOP_UP_OPEN_MS,
      now,
    });
  }
  return accept(topUpId);
}

type Rooms = Pick<Limits, 'balance' | 'incoming' | 'balanceRoom' | 'incomingRoom'>;

/** Whether a sum may come in: its least, then the two limits of the tier. Null when it may. */
export function judgeTopUp(
  amount: number,
  { minimum, limits }: { minimum: number; limits: Rooms },
): CapRefusal | { code: 'top_up_too_small'; minimum: number } | null {
  const { balance, incoming, balanceRoom, incomingRoom } = limits;
  if (amount < minimum) return { code: 'top_up_too_small', minimum };
  if (amount > balanceRoom) return { code: 'tier_balance_limit', room: balanceRoom, limit: balance.fixedAmount };
  if (amount > incomingRoom) return { code: 'tier_incoming_limit', room: incomingRoom, limit: incoming.fixedAmount };
  return null;
}
