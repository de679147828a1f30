import type { Tx } from '~/platform/app-context';
import { addToOutbox } from '~/platform/outbox.server';
import type { Id } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import type { RailNotice } from '~/shared/top-up-rail';
import { CLEARING, creditTopUp } from './internal/credit-top-up.server';
import { HOUSE } from './internal/house-accounts';
import { type PostRefusal, postTransfer } from './internal/post-transfer.server';
import { lockSpendingAccounts } from './lock-spending-accounts.server';
import { readLimits } from './read-limits.server';
import type { RailName } from './wallet';

export type TopUpOutcome = 'succeeded' | 'failed' | 'to_return' | 'repeated' | 'ignored';

interface TopUpRow {
  id: Id<'top'>;
  account_id: Id<'acc'>;
  amount: number;
  state: string;
}

/**
 * Records one notice of a rail, each once whatever its order. Success credits the wallet; a sum or currency other than
 * ours, a limit passed meanwhile or a top-up already closed sends the money back instead. Never refuses: it is a fact.
 */
export async function settleTopUp(
  tx: Tx,
  { rail, notice, now }: { rail: RailName; notice: RailNotice; now: number },
): Promise<Result<TopUpOutcome, PostRefusal>> {
  const topUp = notice.topUpId === null ? undefined : await findTopUp(tx, notice.topUpId, rail);
  if (topUp) await lockSpendingAccounts(tx, [topUp.account_id]);
  const applies = topUp !== undefined && notice.says.state !== 'nothing';
  if (!(await recordNotice(tx, { rail, notice, outcome: applies ? 'applied' : 'ignored', now })))
    return accept('repeated');
  if (!applies) return accept('ignored');
  const current = (await findTopUp(tx, topUp.id, rail)) ?? topUp;
  if (notice.says.state === 'failed')
    return accept(await closeTopUp(tx, topUp.id, { state: 'failed', failure: notice.says.reason, now }));
  if (notice.says.state !== 'succeeded') return accept('ignored');
  return applySuccess(tx, { topUp: current, rail, paid: notice.says, now });
}

interface Success {
  topUp: TopUpRow;
  rail: RailName;
  paid: { amount: number; currency: string };
  now: number;
}

async function applySuccess(tx: Tx, { topUp, rail, paid, now }: Success): Promise<Result<TopUpOutcome, PostRefusal>> {
  // A second notice of the same payment (webhook and our own question) is the same money.
  if (topUp.state === 'succeeded') return accept('repeated');
  if (topUp.state === 'failed') return sendBack(tx, { topUp, rail, paid, now }, null);
  if (paid.currency !== 'idr' || paid.amount !== topUp.amount)
    return sendBack(tx, { topUp, rail, paid, now }, 'amount_differs');
  const [account] = await lockSpendingAccounts(tx, [topUp.account_id]);
  if (!account) throw new Error('a top-up lost its account');
  const limits = await readLimits(tx, account, now);
  const credited = await creditTopUp(tx, { topUpId: topUp.id, account, amount: topUp.amount, rail, limits, now });
  if (credited.ok) return accept(await closeTopUp(tx, topUp.id, { state: 'succeeded', failure: null, now }));
  if (credited.refusal.code === 'key_reused' || credited.refusal.code === 'balance_too_low')
    return { ok: false, refusal: credited.refusal };
  return sendBack(tx, { topUp, rail, paid, now }, 'over_limit');
}

/** The money is real and not ours to keep: it waits in the house's account until the rail has given it back. */
async function sendBack(
  tx: Tx,
  { topUp, rail, paid, now }: Success,
  failure: string | null,
): Promise<Result<TopUpOutcome, PostRefusal>> {
  if (failure) await closeTopUp(tx, topUp.id, { state: 'failed', failure, now });
  // A foreign currency has no place in a ledger of rupiah; the operator sees the recorded notice.
  if (paid.currency !== 'idr' || paid.amount <= 0) return accept('failed');
  const posted = await postTransfer(
    tx,
    {
      kind: 'top_up',
      key: `to_return:${topUp.id}`,
      content: { topUpId: topUp.id, amount: paid.amount },
      referenceKind: 'top_up',
      referenceId: topUp.id,
      amount: paid.amount,
      now,
    },
    [{ debit: CLEARING[rail], credit: HOUSE.money_to_return, amount: paid.amount, purpose: 'to_return' }],
  );
  if (!posted.ok) return posted;
  await addToOutbox(tx, {
    kind: 'wallet.return_money',
    key: `wallet.return_money:${topUp.id}`,
    payload: { topUpId: topUp.id, amount: paid.amount },
    now,
  });
  return accept('to_return');
}

async function findTopUp(tx: Tx, id: string, rail: RailName): Promise<TopUpRow | undefined> {
  return tx
    .selectFrom('wallet_top_up')
    .select(['id', 'account_id', 'amount', 'state'])
    .where('id', '=', id as Id<'top'>)
    .where('rail', '=', rail)
    .executeTakeFirst();
}

async function recordNotice(
  tx: Tx,
  { rail, notice, outcome, now }: { rail: RailName; notice: RailNotice; outcome: 'applied' | 'ignored'; now: number },
): Promise<boolean> {
  const written = await tx
    .insertInto('wallet_external_event')
    .values({
      rail,
      external_id: notice.eventId,
      kind: notice.kind,
      received_at: now,
      body_sha256: notice.bodySha256,
      outcome,
    })
    .onConflict((conflict) => conflict.columns(['rail', 'external_id']).doNothing())
    .executeTakeFirst();
  return Number(written.numInsertedOrUpdatedRows ?? 0) > 0;
}

async function closeTopUp(
  tx: Tx,
  id: Id<'top'>,
  { state, failure, now }: { state: 'succeeded' | 'failed'; failure: string | null; now: number },
): Promise<TopUpOutcome> {
  const changed = await tx
    .updateTable('wallet_top_up')
    .set({ state, failure, ended_at: now })
    .where('id', '=', id)
    .where('state', '=', 'created')
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0 ? state : 'ignored';
}
