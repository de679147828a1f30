import { recordAudit } from '~/platform/audit.server';
import type { AccountId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { PinApp } from './check-pin.server';
import { openSpendingAccount } from './open-spending-account.server';
import { pinWeakness } from './pin-strength';
import type { PinSetRefusal } from './wallet';

/** Gives a person's wallet its first PIN; the wallet is opened where she has none. Refuses a weak PIN and a second first one. */
export async function setPin(
  app: Pick<PinApp, 'inTransaction' | 'ports' | 'clock'>,
  { personId, phone, pin }: { personId: PersonId; phone: string | null; pin: string },
): Promise<Result<AccountId, PinSetRefusal>> {
  const why = pinWeakness(pin, phone);
  if (why) return refuse({ code: 'pin_weak', pin, why });
  const now = app.clock.now();
  const pinHash = await app.ports.passwords.hash(pin);
  return app.inTransaction(async (tx): Promise<Result<AccountId, PinSetRefusal>> => {
    const accountId = await openSpendingAccount(tx, { personId, now });
    const changed = await tx
      .updateTable('wallet_account')
      .set({ pin_hash: pinHash, pin_failures: 0, pin_locked_until: null })
      .where('id', '=', accountId)
      .where('pin_hash', 'is', null)
      .executeTakeFirst();
    if (Number(changed.numUpdatedRows) === 0) return refuse({ code: 'pin_already_set' });
    await recordAudit(tx, {
      actorId: personId,
      action: 'wallet.set_pin',
      subjectKind: 'account',
      subjectId: accountId,
      now,
    });
    return accept(accountId);
  });
}
