import type { ReadDb, Tx } from '~/platform/app-context';
import type { AccountId, Id } from '~/shared/ids';
import type { RailName, TopUpState } from './wallet';

export interface TopUp {
  id: Id<'top'>;
  accountId: AccountId;
  amount: number;
  rail: RailName;
  state: TopUpState;
  /** expired | cancelled | refused | over_limit | amount_differs … */
  failure: string | null;
  externalId: string | null;
  createdAt: number;
  endedAt: number | null;
}

/** One top-up; null when there is none. Who may see it is judged by its account. */
export async function readTopUp(db: ReadDb | Tx, topUpId: Id<'top'>): Promise<TopUp | null> {
  const row = await db.selectFrom('wallet_top_up').selectAll().where('id', '=', topUpId).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    accountId: row.account_id,
    amount: row.amount,
    rail: row.rail as RailName,
    state: row.state as TopUpState,
    failure: row.failure,
    externalId: row.external_id,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}
