import { randomInt } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import { sendMessage } from '~/platform/message.server';
import type { Secrets } from '~/platform/secret.server';
import { newId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '~/shared/time';
import { CODE_AGAIN_SECONDS, CODE_MINUTES, CODES_PER_DAY, CODES_PER_HOUR } from './identity';

export type SendCodeRefusal = { code: 'code_too_soon'; seconds: number } | { code: 'code_limit'; until: number };

export interface CodeRequest {
  phone: E164;
  language: Language;
  secrets: Pick<Secrets, 'hmac' | 'seal'>;
  now: number;
}

/**
 * Sends a new code of six digits; the one before stops working. Only its HMAC is kept.
 * Refused within 60 seconds of the last one and above a limit an hour and a day, which bind the phone and not the
 * sender's address: a whole festival shares one.
 */
export async function sendSignInCode(
  tx: Tx,
  { phone, language, secrets, now }: CodeRequest,
): Promise<Result<{ expiresAt: number }, SendCodeRefusal>> {
  const sent = await tx
    .selectFrom('identity_code')
    .select('created_at')
    .where('phone', '=', phone)
    .where('created_at', '>', now - DAY_MS)
    .orderBy('created_at', 'desc')
    .execute();
  const times = sent.map((row) => row.created_at);
  const refusal = tooMany(times, now);
  if (refusal) return refuse(refusal);
  await tx
    .updateTable('identity_code')
    .set({ replaced_at: now })
    .where('phone', '=', phone)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    // A code that another request has just made stays, and the insert below meets it.
    .where('created_at', '<=', now - CODE_AGAIN_SECONDS * 1000)
    .execute();
  const id = newId('cod', now);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = now + CODE_MINUTES * MINUTE_MS;
  // One live code a phone, by a unique index: of two requests at once the second is too soon.
  const made = await tx
    .insertInto('identity_code')
    .values({
      id,
      phone,
      code_hmac: codeFingerprint(secrets, phone, code),
      created_at: now,
      expires_at: expiresAt,
      tries: 0,
      used_at: null,
      replaced_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'code_too_soon', seconds: CODE_AGAIN_SECONDS });
  await sendMessage(tx, {
    to: { phone },
    template: 'sign_in_code',
    values: {},
    sealedValues: secrets.seal(JSON.stringify({ code })),
    key: `code:${id}`,
    language,
    staleAt: expiresAt,
    now,
  });
  return accept({ expiresAt });
}

/** `times`: when codes were sent within a day, newest first. */
function tooMany(times: number[], now: number): SendCodeRefusal | null {
  const last = times[0];
  if (last !== undefined && now < last + CODE_AGAIN_SECONDS * 1000) {
    return { code: 'code_too_soon', seconds: Math.ceil((last + CODE_AGAIN_SECONDS * 1000 - now) / 1000) };
  }
  const hourth = times[CODES_PER_HOUR - 1];
  if (hourth !== undefined && now < hourth + HOUR_MS) return { code: 'code_limit', until: hourth + HOUR_MS };
  const dayth = times[CODES_PER_DAY - 1];
  return dayth === undefined ? null : { code: 'code_limit', until: dayth + DAY_MS };
}

/** What is kept of a code: it fits one phone only and cannot be tried out without the key. */
export function codeFingerprint(secrets: Pick<Secrets, 'hmac'>, phone: E164, code: string): string {
  return secrets.hmac(`sign-in-code\n${phone}\n${code}`);
}
