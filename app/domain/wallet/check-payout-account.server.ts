import { sql } from 'kysely';
import { belongsTo } from '~/domain/identity/belongs-to.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { Id, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { readPayoutAccountRow } from './internal/payout-account-row.server';
import { tellPayoutOwner } from './internal/tell-payout-owner.server';
import type { PayoutAccountState } from './payout-account';

export type AccountCheckRefusal =
  | { code: 'account_moved'; state: PayoutAccountState }
  | { code: 'account_not_yours' }
  | { code: 'same_person_twice' };

export interface AccountCheck {
  payoutAccountId: Id<'pac'>;
  by: PersonId;
  now: number;
  fences?: Pick<Fences, 'guard'>;
}

/**
 * One person of the installation has checked an account. The first account is in force with that; a change waits for a
 * second, other person, and only then takes the place of the old one.
 */
export async function checkPayoutAccount(
  tx: Tx,
  { payoutAccountId: id, by, now, fences = ALL_FENCES }: AccountCheck,
): Promise<Result<{ state: 'checked_once' | 'in_force' }, AccountCheckRefusal>> {
  const row = await readPayoutAccountRow(tx, id);
  if (!row) throw new Error(`no payout account ${id}`);
  if (await belongsTo(tx, { personId: by, merchantId: row.merchantId })) return refuse({ code: 'account_not_yours' });
  const state = await writeCheck(tx, { id, by, now, guard: fences.guard });
  if (!state) {
    const found = await readPayoutAccountRow(tx, id);
    const isSame = found?.state === 'checked_once' && found.first_checked_by === by;
    return refuse(
      isSame ? { code: 'same_person_twice' } : { code: 'account_moved', state: found?.state as PayoutAccountState },
    );
  }
  await recordAudit(tx, {
    actorId: by,
    action: `payout_account.${state}`,
    subjectKind: 'payout_account',
    subjectId: id,
    details: { merchantId: row.merchantId },
    now,
  });
  const template = state === 'in_force' ? 'payout_account_in_force' : 'payout_account_checked';
  await tellPayoutOwner(tx, { ...row, numberEnd: row.number_end, template, now });
  return accept({ state });
}

interface CheckWritten {
  id: Id<'pac'>;
  by: PersonId;
  now: number;
  guard: boolean;
}

/** The first check, else the second; null where neither is open to this person. Each is one conditional statement. */
async function writeCheck(tx: Tx, { id, by, now, guard }: CheckWritten): Promise<'checked_once' | 'in_force' | null> {
  const first = tx
    .updateTable('wallet_payout_account')
    .set({
      state: sql<string>`case when checks_needed = 1 then 'in_force' else 'checked_once' end`,
      in_force_at: sql<number | null>`case when checks_needed = 1 then cast(${now} as bigint) end`,
      first_checked_at: now,
      first_checked_by: by,
    })
    .where('id', '=', id);
  const [begun] = await (guard ? first.where('state', '=', 'proposed') : first).returning('state').execute();
  if (begun) return begun.state === 'in_force' ? 'in_force' : 'checked_once';
  const second = await tx
    .updateTable('wallet_payout_account')
    .set({ second_checked_at: now, second_checked_by: by })
    .where('id', '=', id)
    .where('state', '=', 'checked_once')
    .where('second_checked_by', 'is', null)
    .where('first_checked_by', '<>', by)
    .returning('account_id')
    .executeTakeFirst();
  if (!second) return null;
  await tx
    .updateTable('wallet_payout_account')
    .set({ state: 'replaced', ended_at: now })
    .where('account_id', '=', second.account_id)
    .where('state', '=', 'in_force')
    .execute();
  await tx
    .updateTable('wallet_payout_account')
    .set({ state: 'in_force', in_force_at: now })
    .where('id', '=', id)
    .execute();
  return 'in_force';
}
