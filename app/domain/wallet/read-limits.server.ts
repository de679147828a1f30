import type { ReadDb, Tx } from '~/platform/app-context';
import { dayOf } from '~/shared/time';
import { readRuleInForce } from './read-rule-in-force.server';
import { type Account, LIMIT_ZONE, limitScopeOf, type RuleInForce } from './wallet';

export interface Limits {
  balance: RuleInForce;
  incoming: RuleInForce;
  /** YYYY-MM, by the calendar of Jakarta. */
  month: string;
  incomingSoFar: number;
  /** Paid at a card page that is still open: it will need room when it arrives. */
  onTheWay: number;
  balanceRoom: number;
  incomingRoom: number;
}

/** What a wallet may still take in, by the dated rules of its tier. Whole rupiah. */
export async function readLimits(
  db: ReadDb | Tx,
  account: Pick<Account, 'id' | 'balance' | 'tier'>,
  now: number,
): Promise<Limits> {
  const day = dayOf(now, LIMIT_ZONE);
  const month = day.slice(0, 7);
  const scope = limitScopeOf(account.tier ?? 'basic');
  const balance = await readRuleInForce(db, { kind: 'balance_limit', scope, day });
  const incoming = await readRuleInForce(db, { kind: 'incoming_limit', scope, day });
  const counted = await db
    .selectFrom('wallet_incoming')
    .select('amount')
    .where('account_id', '=', account.id)
    .where('month', '=', month)
    .executeTakeFirst();
  const onTheWay = await openTopUps(db, account.id);
  const incomingSoFar = counted?.amount ?? 0;
  return {
    balance,
    incoming,
    month,
    incomingSoFar,
    onTheWay,
    balanceRoom: Math.max(0, balance.fixedAmount - account.balance - onTheWay),
    incomingRoom: Math.max(0, incoming.fixedAmount - incomingSoFar - onTheWay),
  };
}

async function openTopUps(db: ReadDb | Tx, accountId: Account['id']): Promise<number> {
  const row = await db
    .selectFrom('wallet_top_up')
    .select(({ fn }) => fn.sum<number>('amount').as('amount'))
    .where('account_id', '=', accountId)
    .where('state', '=', 'created')
    .executeTakeFirst();
  return Number(row?.amount ?? 0);
}
