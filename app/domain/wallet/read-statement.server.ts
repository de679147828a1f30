import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { AccountId } from '~/shared/ids';
import type { Purpose, TransferKind } from './wallet';

export interface StatementLine {
  /** The account's version after this line: a number without gaps, so pages never skip or repeat a line. */
  version: number;
  kind: TransferKind;
  purpose: Purpose;
  referenceId: string;
  amount: number;
  direction: 'in' | 'out';
  at: number;
}

export interface Statement {
  lines: StatementLine[];
  /** Version to ask on from; null at the beginning of the account. */
  olderFrom: number | null;
}

/**
 * Movements of an account, newest first, a page at a time; each side reads one page through its index, however long the
 * account is. `from`: the highest version wanted; absent for the newest.
 */
export async function readStatement(
  db: ReadDb | Tx,
  { accountId, from, count }: { accountId: AccountId; from?: number | null; count: number },
): Promise<Statement> {
  const below = from ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<Omit<StatementLine, 'direction'> & { direction: 'in' | 'out' }>`
    select moved.version, transfer.kind, moved.purpose, transfer.reference_id as "referenceId", moved.amount, moved.direction, moved.at
    from (
      select * from (
        select transfer_id, credit_version as version, purpose, amount, 'in' as direction, at from wallet_entry
        where credit_account_id = ${accountId} and credit_version is not null and credit_version <= cast(${below} as bigint)
        order by credit_version desc limit cast(${count} as bigint)) as came
      union all
      select * from (
        select transfer_id, debit_version as version, purpose, amount, 'out' as direction, at from wallet_entry
        where debit_account_id = ${accountId} and debit_version is not null and debit_version <= cast(${below} as bigint)
        order by debit_version desc limit cast(${count} as bigint)) as went
    ) as moved
    join wallet_transfer as transfer on transfer.id = moved.transfer_id
    order by moved.version desc limit cast(${count} as bigint)`.execute(db);
  const last = rows.at(-1)?.version ?? 1;
  return { lines: rows, olderFrom: last > 1 ? last - 1 : null };
}
