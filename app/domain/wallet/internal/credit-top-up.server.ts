import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';
import type { Limits } from '../read-limits.server';
import type { Account, BalanceRefusal, CapRefusal, KeyRefusal, Posted, RailName } from '../wallet';
import { HOUSE } from './house-accounts';
import { postTransfer } from './post-transfer.server';

export const CLEARING = { simulator: HOUSE.simulator_clearing, stripe: HOUSE.card_clearing } as const satisfies Record<
  RailName,
  string
>;

export interface Credit {
  topUpId: string;
  account: Account;
  amount: number;
  rail: RailName;
  limits: Limits;
  now: number;
}

/** Puts money that arrived into a locked wallet, within its limits or not at all. */
export async function creditTopUp(
  tx: Tx,
  { topUpId, account, amount, rail, limits, now }: Credit,
): Promise<Result<Posted, CapRefusal | KeyRefusal | BalanceRefusal>> {
  const room = limits.balance.fixedAmount - account.balance;
  if (amount > room)
    return refuse({ code: 'tier_balance_limit', room: Math.max(0, room), limit: limits.balance.fixedAmount });
  if (!(await countIncoming(tx, { account, amount, limits }))) {
    const left = Math.max(0, limits.incoming.fixedAmount - limits.incomingSoFar);
    return refuse({ code: 'tier_incoming_limit', room: left, limit: limits.incoming.fixedAmount });
  }
  const posted = await postTransfer(
    tx,
    {
      kind: 'top_up',
      key: `top_up:${topUpId}`,
      content: { topUpId, accountId: account.id, amount },
      referenceKind: 'top_up',
      referenceId: topUpId,
      amount,
      now,
    },
    [{ debit: CLEARING[rail], credit: account.id, amount, purpose: 'top_up' }],
    { caps: new Map([[account.id, limits.balance.fixedAmount]]) },
  );
  return posted.ok ? accept(posted.value) : posted;
}

/** Counts money in against the month's limit, check and write in one. */
async function countIncoming(
  tx: Tx,
  { account, amount, limits }: Pick<Credit, 'account' | 'amount' | 'limits'>,
): Promise<boolean> {
  if (amount > limits.incoming.fixedAmount) return false;
  const counted = await sql`
    insert into wallet_incoming (account_id, month, amount) values (${account.id}, ${limits.month}, cast(${amount} as bigint))
    on conflict (account_id, month) do update set amount = wallet_incoming.amount + excluded.amount
    where wallet_incoming.amount + excluded.amount <= cast(${limits.incoming.fixedAmount} as bigint)`.execute(tx);
  return Number(counted.numAffectedRows ?? 0n) > 0;
}
