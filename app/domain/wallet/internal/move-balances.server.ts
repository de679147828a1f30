import { sql } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { Fences } from '~/shared/fences';
import type { AccountId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { BalanceRefusal } from '../wallet';
import { isHouse } from './house-accounts';

/** What all lines of one transfer do to one account. `credited` = credits - debits. */
export interface Move {
  credited: number;
  /** Entries touching the account: its version grows by as many. */
  steps: number;
  /** Set-aside money that ends with it. */
  released: number;
  /** Highest balance it may reach; none where absent. */
  cap: number | null;
}

export interface MoveLimits {
  release?: ReadonlyMap<AccountId, number>;
  caps?: ReadonlyMap<AccountId, number>;
}

/** Sums lines per account with a balance; house accounts store none. */
export function sumMoves(
  lines: readonly { debit: AccountId; credit: AccountId; amount: number }[],
  { release, caps }: MoveLimits = {},
): Map<AccountId, Move> {
  const moves = new Map<AccountId, Move>();
  const add = (id: AccountId, credited: number) => {
    if (isHouse(id)) return;
    const first = { credited: 0, steps: 0, released: release?.get(id) ?? 0, cap: caps?.get(id) ?? null };
    const move = moves.get(id) ?? first;
    moves.set(id, { ...move, credited: move.credited + credited, steps: move.steps + 1 });
  };
  for (const { debit, credit, amount } of lines) {
    add(debit, -amount);
    add(credit, amount);
  }
  return moves;
}

/**
 * Moves each balance in one guarded statement, ids ascending; answers the version each account reached.
 * A receivable is what a merchant owes us, so a debit makes it larger; all others grow by a credit.
 */
export async function moveBalances(
  tx: Tx,
  moves: ReadonlyMap<AccountId, Move>,
  fences: Fences,
): Promise<Result<Map<AccountId, number>, BalanceRefusal>> {
  const reached = new Map<AccountId, number>();
  for (const [id, move] of [...moves].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const version = await moveOne(tx, id, move, fences);
    if (version === null) return refuse({ code: 'balance_too_low', missing: await missingOn(tx, id, move) });
    reached.set(id, version);
  }
  return accept(reached);
}

async function moveOne(
  tx: Tx,
  id: AccountId,
  { credited, steps, released, cap }: Move,
  fences: Fences,
): Promise<number | null> {
  const whole = (amount: number) => sql<number>`cast(${amount} as bigint)`;
  const after = sql<number>`balance + case when kind = 'receivable' then ${whole(-credited)} else ${whole(credited)} end`;
  let update = tx
    .updateTable('wallet_account')
    .set({
      balance: after,
      held: sql<number>`held - ${whole(released)}`,
      version: sql<number>`version + ${whole(steps)}`,
    })
    .where('id', '=', id)
    .where('balance', 'is not', null);
  if (fences.guard)
    update = update.where(sql<boolean>`${after} >= held - ${whole(released)} and held >= ${whole(released)}`);
  if (fences.guard && cap !== null) update = update.where(sql<boolean>`${after} <= ${whole(cap)}`);
  const row = await update.returning('version').executeTakeFirst();
  return row ? (row.version ?? 0) : null;
}

async function missingOn(tx: Tx, id: AccountId, { credited, released }: Move): Promise<number> {
  const row = await tx
    .selectFrom('wallet_account')
    .select(['balance', 'held', 'kind'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Error('a transfer names an account that does not exist');
  const after = (row.balance ?? 0) + (row.kind === 'receivable' ? -credited : credited);
  return Math.max(0, row.held - released - after);
}
