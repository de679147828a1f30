import { belongsTo } from '~/domain/identity/belongs-to.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Id, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { AccountCheckRefusal } from './check-payout-account.server';
import { readPayoutAccountRow } from './internal/payout-account-row.server';
import { tellPayoutOwner } from './internal/tell-payout-owner.server';
import { type AccountReason, accountStatesBefore, type PayoutAccountState } from './payout-account';

export type RefuseAccountRefusal = Exclude<AccountCheckRefusal, { code: 'same_person_twice' }>;

/** Refuses an account with a reason and what to do; the old one stays in force. A refused change rests for 30 days. */
export async function refusePayoutAccount(
  tx: Tx,
  given: { payoutAccountId: Id<'pac'>; reason: AccountReason; fix: string; by: PersonId; now: number },
): Promise<Result<void, RefuseAccountRefusal>> {
  const { payoutAccountId: id, reason, fix, by, now } = given;
  const row = await readPayoutAccountRow(tx, id);
  if (!row) throw new Error(`no payout account ${id}`);
  if (await belongsTo(tx, { personId: by, merchantId: row.merchantId })) return refuse({ code: 'account_not_yours' });
  const ended = await endOpen(tx, { id, now, to: { state: 'refused', refused_by: by, refused_why: reason, fix } });
  if (!ended) return refuse({ code: 'account_moved', state: await readState(tx, id) });
  await recordAudit(tx, {
    actorId: by,
    action: 'payout_account.refuse',
    subjectKind: 'payout_account',
    subjectId: id,
    details: { merchantId: row.merchantId, reason },
    now,
  });
  await tellPayoutOwner(tx, {
    ...row,
    numberEnd: row.number_end,
    template: 'payout_account_refused',
    values: { reason },
    now,
  });
  return accept();
}

/** The merchant takes her own proposal back, as long as nobody has put it in force. Nothing rests after it. */
export async function withdrawPayoutAccount(
  tx: Tx,
  given: { payoutAccountId: Id<'pac'>; merchantId: MerchantId; by: PersonId; now: number },
): Promise<Result<void, { code: 'account_moved'; state: PayoutAccountState } | { code: 'account_not_yours' }>> {
  const { payoutAccountId: id, merchantId, by, now } = given;
  const row = await readPayoutAccountRow(tx, id);
  if (row?.merchantId !== merchantId) return refuse({ code: 'account_not_yours' });
  if (!(await endOpen(tx, { id, now, to: { state: 'withdrawn' } }))) {
    return refuse({ code: 'account_moved', state: await readState(tx, id) });
  }
  await recordAudit(tx, {
    actorId: by,
    action: 'payout_account.withdraw',
    subjectKind: 'payout_account',
    subjectId: id,
    details: { merchantId },
    now,
  });
  await tellPayoutOwner(tx, { ...row, numberEnd: row.number_end, template: 'payout_account_withdrawn', now });
  return accept();
}

async function readState(tx: Tx, id: Id<'pac'>): Promise<PayoutAccountState> {
  return (await readPayoutAccountRow(tx, id))?.state as PayoutAccountState;
}

interface Ending {
  id: Id<'pac'>;
  now: number;
  to: { state: 'refused' | 'withdrawn'; refused_by?: PersonId; refused_why?: AccountReason; fix?: string };
}

async function endOpen(tx: Tx, { id, now, to }: Ending): Promise<boolean> {
  const ended = await tx
    .updateTable('wallet_payout_account')
    .set({ ...to, ended_at: now })
    .where('id', '=', id)
    .where('state', 'in', accountStatesBefore(to.state))
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}
