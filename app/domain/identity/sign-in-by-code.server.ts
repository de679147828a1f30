import type { AppContext } from '~/platform/app-context';
import type { Language } from '~/shared/language';
import type { E164 } from '~/shared/phone';
import { accept, type Result } from '~/shared/result';
import { acceptInvitationsOf } from './accept-invitation.server';
import { cancelPhoneChange } from './cancel-phone-change.server';
import { findOrMakePersonByPhone } from './find-or-make-person.server';
import { type OpenedSession, openSession } from './open-session.server';
import { type CodeRefusal, tryCode } from './try-code.server';

export type SignInRefusal = CodeRefusal;

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
  const tried = await tryCode(app, { phone, code, now });
  if (!tried.ok) return tried;
  return app.inTransaction(async (tx): Promise<Result<OpenedSession, SignInRefusal>> => {
    const used = await tried.value(tx);
    if (!used.ok) return used;
    const personId = await findOrMakePersonByPhone(tx, { phone, language, now });
    const session = await openSession(tx, { personId, device, how: 'code', now });
    // The old number is in somebody's hand: a change that waits for her silence stops.
    await cancelPhoneChange(tx, { which: { personId, fromPhone: phone }, now });
    if (session.isFirst) await acceptInvitationsOf(tx, { personId, phone, now });
    return accept(session);
  });
}
