import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Secrets } from '~/platform/secret.server';
import { type Id, type MerchantId, newId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockRows } from '~db/engine.server';
import { tellPayoutOwner } from './internal/tell-payout-owner.server';
import { changeRestsUntil, isAccountOpen } from './payout-account';

export type ProposeAccountRefusal =
  | { code: 'account_rests'; until: number }
  | { code: 'account_waiting' }
  | { code: 'account_in_force' };

export interface AccountProposal {
  merchantId: MerchantId;
  bank: string;
  /** Digits only. */
  number: string;
  holder: string;
  by: PersonId;
  secrets: Secrets;
  now: number;
}

/**
 * A merchant says where her money shall go. Nothing is paid there before people of the installation have checked it:
 * one for the first account, two for a change; the old one stays in force until then. Who may call this has given her
 * PIN or a fresh code (`proveAndPropose`).
 */
export async function proposePayoutAccount(
  tx: Tx,
  { merchantId, bank, number, holder, by, secrets, now }: AccountProposal,
): Promise<Result<Id<'pac'>, ProposeAccountRefusal>> {
  // The sales account's row is held, so that two proposals at once see each other; a unique index stands behind it.
  const { id: accountId } = await lockRows(
    tx
      .selectFrom('wallet_account')
      .select('id')
      .where('owner_kind', '=', 'merchant')
      .where('owner_id', '=', merchantId)
      .where('kind', '=', 'sales'),
  ).executeTakeFirstOrThrow();
  const before = await tx
    .selectFrom('wallet_payout_account')
    .select(['number_hmac', 'state', 'checks_needed as checksNeeded', 'ended_at as endedAt'])
    .where('account_id', '=', accountId)
    .orderBy('proposed_at', 'desc')
    .execute();
  if (before.some(isAccountOpen)) return refuse({ code: 'account_waiting' });
  const until = changeRestsUntil(before, now);
  if (until !== null) return refuse({ code: 'account_rests', until });
  const inForce = before.find(({ state }) => state === 'in_force');
  const numberHmac = secrets.hmac(`account:${bank}:${number}`);
  if (inForce?.number_hmac === numberHmac) return refuse({ code: 'account_in_force' });
  const id = newId('pac', now);
  const checksNeeded = inForce ? 2 : 1;
  const numberEnd = number.slice(-4);
  await tx
    .insertInto('wallet_payout_account')
    .values({
      id,
      account_id: accountId,
      bank,
      number_sealed: secrets.seal(number),
      number_hmac: numberHmac,
      number_end: numberEnd,
      holder,
      state: 'proposed',
      checks_needed: checksNeeded,
      proposed_at: now,
      proposed_by: by,
    })
    .execute();
  await recordAudit(tx, {
    actorId: by,
    action: 'payout_account.propose',
    subjectKind: 'payout_account',
    subjectId: id,
    details: { merchantId, checksNeeded },
    now,
  });
  await tellPayoutOwner(tx, { id, merchantId, bank, numberEnd, template: 'payout_account_proposed', now });
  return accept(id);
}
