import type { AppContext } from '~/platform/app-context';
import type { Language } from '~/shared/language';
import type { E164 } from '~/shared/phone';
import type { Result } from '~/shared/result';
import { type CodeGateRefusal, countHeldCode, passCodeGate } from './pass-code-gate.server';
import { type SendCodeRefusal, sendSignInCode } from './send-sign-in-code.server';

/** Sends a code to whoever asks from an address, unless too many were asked for; what was held back stays counted. */
export async function requestSignInCode(
  app: Pick<AppContext, 'inTransaction' | 'ports'>,
  { phone, sender, language, now }: { phone: E164; sender: string; language: Language; now: number },
): Promise<Result<{ expiresAt: number }, SendCodeRefusal | CodeGateRefusal>> {
  const { secrets } = app.ports;
  const asked = { sender, secrets, now };
  const sent = await app.inTransaction(
    async (tx): Promise<Result<{ expiresAt: number }, SendCodeRefusal | CodeGateRefusal>> => {
      const passed = await passCodeGate(tx, asked);
      return passed.ok ? sendSignInCode(tx, { phone, language, secrets, now }) : passed;
    },
  );
  if (!sent.ok && sent.refusal.code === 'codes_held') {
    const { gate: held } = sent.refusal;
    await app.inTransaction((tx) => countHeldCode(tx, { ...asked, held }));
  }
  return sent;
}
