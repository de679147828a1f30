import type { AppContext, Tx } from '~/platform/app-context';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { type CodeTryRefusal, countCodeTry } from './count-code-try.server';
import { codeFingerprint } from './send-sign-in-code.server';
import { useSignInCode } from './use-sign-in-code.server';

export type CodeRefusal = CodeTryRefusal | { code: 'code_wrong'; triesLeft: number };

/** Uses the code up, in the unit of work of what it proves. */
export type UseCode = (tx: Tx) => Promise<Result<undefined, CodeRefusal>>;

/**
 * Tries the code just sent to a phone. The try is counted here, in a unit of work of its own, because a wrong one must
 * stay counted; whether it fits is found where it is used up, so that of two at once one counts.
 */
export async function tryCode(
  app: Pick<AppContext, 'inTransaction' | 'ports'>,
  { phone, code, now }: { phone: E164; code: string; now: number },
): Promise<Result<UseCode, CodeTryRefusal>> {
  const counted = await app.inTransaction((tx) => countCodeTry(tx, { phone, now }));
  if (!counted.ok) return counted;
  const { codeId, triesLeft } = counted.value;
  const fingerprint = codeFingerprint(app.ports.secrets, phone, code);
  return accept(async (tx) => {
    const used = await useSignInCode(tx, { codeId, fingerprint, now });
    if (used.ok) return used;
    return refuse(triesLeft > 0 ? { code: 'code_wrong', triesLeft } : { code: 'code_used_up' });
  });
}
