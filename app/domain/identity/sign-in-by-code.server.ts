import type { AppContext } from '~/platform/app-context';
import type { Language } from '~/shared/language';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { acceptInvitationsOf } from './accept-invitation.server';
import { cancelPhoneChange } from './cancel-phone-change.server';
import { type CodeTryRefusal, countCodeTry } from './count-code-try.server';
import { findOrMakePersonByPhone } from './find-or-make-person.server';
import { type OpenedSession, openSession } from './open-session.server';
import { codeFingerprint } from './send-sign-in-code.server';
import { useSignInCode } from './use-sign-in-code.server';

export type SignInRefusal = CodeTryRefusal | { code: 'code_wrong'; triesLeft: number };

/**
 * Signs a person in by the code sent to her phone: two units of work, because a wrong try must stay counted.
 * A first sign-in makes the person and takes up every invitation to this phone.
 */
export async function signInByCode(
  app: Pick<AppContext, 'inTransaction' | 'ports'>,
  {
    phone,
    code,
    device,
    language,
    now,
  }: { phone: E164; code: string; device: string; language: Language; now: number },
): Promise<Result<OpenedSession, SignInRefusal>> {
  const counted = await app.inTransaction((tx) => countCodeTry(tx, { phone, now }));
  if (!counted.ok) return counted;
  const { codeId, triesLeft } = counted.value;
  const fingerprint = codeFingerprint(app.ports.secrets, phone, code);
  return app.inTransaction(async (tx): Promise<Result<OpenedSession, SignInRefusal>> => {
    const used = await useSignInCode(tx, { codeId, fingerprint, now });
    if (!used.ok) return refuse(triesLeft > 0 ? { code: 'code_wrong', triesLeft } : { code: 'code_used_up' });
    const personId = await findOrMakePersonByPhone(tx, { phone, language, now });
    const session = await openSession(tx, { personId, device, how: 'code', now });
    // The old number is in somebody's hand: a change that waits for her silence stops.
    await cancelPhoneChange(tx, { which: { personId, fromPhone: phone }, now });
    if (session.isFirst) await acceptInvitationsOf(tx, { personId, phone, now });
    return accept(session);
  });
}
