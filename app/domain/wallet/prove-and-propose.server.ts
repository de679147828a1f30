import { type CodeRefusal, tryCode } from '~/domain/identity/try-code.server';
import type { Id } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import type { Result } from '~/shared/result';
import { checkPin, type PinApp } from './check-pin.server';
import {
  type AccountProposal,
  type ProposeAccountRefusal,
  proposePayoutAccount,
} from './propose-payout-account.server';
import type { PinRefusal } from './wallet';

export type ProveRefusal = PinRefusal | CodeRefusal;

/** What shows that it is the owner herself who asks: her wallet's PIN, or the code just sent to her own phone. */
export type OwnerProof = { pin: string } | { code: string; phone: E164 };

/** Proposes an account after a second factor; a wrong PIN or code is counted and nothing else happens. */
export async function proveAndPropose(
  app: PinApp,
  { proof, ...given }: Omit<AccountProposal, 'secrets' | 'now'> & { proof: OwnerProof },
): Promise<Result<Id<'pac'>, ProveRefusal | ProposeAccountRefusal>> {
  const now = app.clock.now();
  const proposal = { ...given, secrets: app.ports.secrets, now };
  if ('pin' in proof) {
    const fits = await checkPin(app, { personId: given.by, pin: proof.pin });
    return fits.ok ? app.inTransaction((tx) => proposePayoutAccount(tx, proposal)) : fits;
  }
  const tried = await tryCode(app, { ...proof, now });
  if (!tried.ok) return tried;
  return app.inTransaction(async (tx): Promise<Result<Id<'pac'>, ProveRefusal | ProposeAccountRefusal>> => {
    const used = await tried.value(tx);
    if (!used.ok) return used;
    return proposePayoutAccount(tx, proposal);
  });
}
