import { type CodeTryRefusal, countCodeTry } from '~/domain/identity/count-code-try.server';
import { codeFingerprint } from '~/domain/identity/send-sign-in-code.server';
import { useSignInCode } from '~/domain/identity/use-sign-in-code.server';
import type { Id } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { type Result, refuse } from '~/shared/result';
import { checkPin, type PinApp } from './check-pin.server';
import {
  type AccountProposal,
  type ProposeAccountRefusal,
  proposePayoutAccount,
} from './propose-payout-account.server';
import type { PinRefusal } from './wallet';

export type ProveRefusal = PinRefusal | CodeTryRefusal | { code: 'code_wrong'; triesLeft: number };

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
  const counted = await app.inTransaction((tx) => countCodeTry(tx, { phone: proof.phone, now }));
  if (!counted.ok) return counted;
  const { codeId, triesLeft } = counted.value;
  const fingerprint = codeFingerprint(app.ports.secrets, proof.phone, proof.code);
  return app.inTransaction(async (tx): Promise<Result<Id<'pac'>, ProveRefusal | ProposeAccountRefusal>> => {
    const used = await useSignInCode(tx, { codeId, fingerprint, now });
    if (!used.ok) return refuse(triesLeft > 0 ? { code: 'code_wrong', triesLeft } : { code: 'code_used_up' });
    return proposePayoutAccount(tx, proposal);
  });
}
