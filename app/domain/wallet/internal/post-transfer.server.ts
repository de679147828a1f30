import type { Tx } from '~/platform/app-context';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import { type AccountId, newId, type RuleId, type TransferId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { toRupiah } from '~/shared/rupiah';
import type { BalanceRefusal, KeyRefusal, Posted, Purpose, TransferKind } from '../wallet';
import { contentHash } from './content-hash.server';
import { type Move, moveBalances, sumMoves } from './move-balances.server';

/** One line: `amount` goes from the debited to the credited account, so no transfer can be unbalanced. */
export interface Line {
  debit: AccountId;
  credit: AccountId;
  amount: number;
  purpose: Purpose;
  ruleId?: RuleId | null;
}

export interface TransferOrder {
  kind: TransferKind;
  /** One key, one transfer, for ever. */
  key: string;
  /** What the caller asked for: the same key with other content is refused. */
  content: Record<string, string | number | null>;
  referenceKind: 'ticket' | 'top_up';
  referenceId: string;
  reversesId?: TransferId;
  /** For reading; the truth is in the lines. */
  amount: number;
  now: number;
}

export interface PostingLimits {
  /** Set-aside money that ends with this transfer, per account. */
  release?: ReadonlyMap<AccountId, number>;
  /** Highest balance an account may reach; a guard behind the check of the verb. */
  caps?: ReadonlyMap<AccountId, number>;
  fences?: Fences;
}

export type PostRefusal = KeyRefusal | BalanceRefusal;

/** The transfer posted under a key: null when the key is free, a refusal when it stands for something else. */
export async function readPosted(
  tx: Tx,
  { key, content }: Pick<TransferOrder, 'key' | 'content'>,
): Promise<Result<Posted, KeyRefusal> | null> {
  const row = await tx
    .selectFrom('wallet_transfer')
    .select(['id', 'content_hash'])
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.content_hash !== contentHash(content)) return refuse({ code: 'key_reused' });
  return accept({ transferId: row.id, repeated: true });
}

/**
 * The only writer of the ledger: transfer, entries and balances in one. The caller has locked the accounts, ids
 * ascending, and has asked `readPosted`. Balances move in one guarded statement each; a refusal rolls everything back.
 */
export async function postTransfer(
  tx: Tx,
  order: TransferOrder,
  lines: readonly Line[],
  limits: PostingLimits = {},
): Promise<Result<Posted, PostRefusal>> {
  for (const line of lines) checkLine(line);
  const transferId = newId('trf', order.now);
  if (!(await insertTransfer(tx, transferId, order))) {
    return (await readPosted(tx, order)) ?? refuse({ code: 'key_reused' });
  }
  const moves = sumMoves(lines, limits);
  const moved = await moveBalances(tx, moves, limits.fences ?? ALL_FENCES);
  if (!moved.ok) return moved;
  await insertEntries(tx, transferId, order.now, lines, moves, moved.value);
  return accept({ transferId, repeated: false });
}

function checkLine({ debit, credit, amount }: Line): void {
  if (toRupiah(amount) <= 0) throw new RangeError(`an entry needs an amount above zero: ${amount}`);
  if (debit === credit) throw new Error('an entry needs two accounts');
}

async function insertTransfer(tx: Tx, id: TransferId, order: TransferOrder): Promise<boolean> {
  const written = await tx
    .insertInto('wallet_transfer')
    .values({
      id,
      kind: order.kind,
      at: order.now,
      reference_kind: order.referenceKind,
      reference_id: order.referenceId,
      idempotency_key: order.key,
      content_hash: contentHash(order.content),
      reverses_id: order.reversesId ?? null,
      amount: order.amount,
    })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .executeTakeFirst();
  return Number(written.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Every entry carries the version each account reached by it, so that a gap would show. */
async function insertEntries(
  tx: Tx,
  transferId: TransferId,
  at: number,
  lines: readonly Line[],
  moves: ReadonlyMap<AccountId, Move>,
  reached: ReadonlyMap<AccountId, number>,
): Promise<void> {
  const next = new Map([...reached].map(([id, version]) => [id, version - (moves.get(id)?.steps ?? 0)]));
  const step = (id: AccountId): number | null => {
    const before = next.get(id);
    if (before === undefined) return null;
    next.set(id, before + 1);
    return before + 1;
  };
  await tx
    .insertInto('wallet_entry')
    .values(
      lines.map((line, index) => ({
        transfer_id: transferId,
        line: index + 1,
        debit_account_id: line.debit,
        credit_account_id: line.credit,
        amount: line.amount,
        purpose: line.purpose,
        rule_id: line.ruleId ?? null,
        debit_version: step(line.debit),
        credit_version: step(line.credit),
        at,
      })),
    )
    .execute();
}
