import { sql } from 'kysely';
import type { ReadDb, Tx } from '~/platform/app-context';
import { jsonRows } from '~/platform/json-rows.server';
import type { AccountId, RuleId, TransferId } from '~/shared/ids';
import type { Purpose, TransferKind } from './wallet';

/** One line of the ledger as one account sees it. Whole rupiah, always above zero; `direction` says which way. */
export interface EntryLine {
  transferId: TransferId;
  kind: TransferKind;
  /** The ticket or top-up it is about. */
  referenceId: string;
  line: number;
  purpose: Purpose;
  amount: number;
  /** `in`: the account was credited. For a receivable `out` means that the merchant owes more. */
  direction: 'in' | 'out';
  ruleId: RuleId | null;
  at: number;
}

/** Lines that touched an account for some tickets or top-ups, oldest first: what a slip is made of. */
export async function readEntriesOf(
  db: ReadDb | Tx,
  { accountId, referenceIds }: { accountId: AccountId; referenceIds: readonly string[] },
): Promise<EntryLine[]> {
  if (referenceIds.length === 0) return [];
  const wanted = referenceIds.map((id) => ({ id }));
  const rows = await db
    .selectFrom('wallet_transfer as transfer')
    .innerJoin('wallet_entry as entry', 'entry.transfer_id', 'transfer.id')
    .select([
      'transfer.id as transferId',
      'transfer.kind',
      'transfer.reference_id as referenceId',
      'entry.line',
      'entry.purpose',
      'entry.amount',
      'entry.credit_account_id as creditedId',
      'entry.rule_id as ruleId',
      'entry.at',
    ])
    .where(
      'transfer.reference_id',
      'in',
      sql<string>`(select given.id from ${jsonRows(db, { id: 'text' }, wanted)} as given)`,
    )
    .where((where) =>
      where.or([where('entry.debit_account_id', '=', accountId), where('entry.credit_account_id', '=', accountId)]),
    )
    // The account's own version is the order in which its lines were posted.
    .orderBy(
      sql`case when entry.credit_account_id = ${accountId} then entry.credit_version else entry.debit_version end`,
    )
    .execute();
  return rows.map(({ creditedId, kind, purpose, ...row }) => ({
    ...row,
    kind: kind as TransferKind,
    purpose: purpose as Purpose,
    direction: creditedId === accountId ? 'in' : 'out',
  }));
}
