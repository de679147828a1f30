import { randomBytes } from 'node:crypto';
import type { AppContext, Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { sendMessage } from '~/platform/message.server';
import { addToOutbox } from '~/platform/outbox.server';
import { type Id, newId, type PersonId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import { type E164, maskPhone } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { hashSecret } from './open-session.server';
import { PHONE_CHANGE_MS } from './phone-change';
import { readPersonByPhone } from './read-person.server';
import { type CodeRefusal, tryCode } from './try-code.server';

export type AskPhoneRefusal = CodeRefusal | { code: 'phone_taken' } | { code: 'phone_change_open' };

export interface PhoneWish {
  personId: PersonId;
  /** The session that asks: it stays when all others end. */
  sessionId: Id<'ses'>;
  fromPhone: E164;
  toPhone: E164;
  /** Sent to the new number just now. */
  code: string;
  language: Language;
}

/**
 * Begins a change of number by who holds the new one: from now it waits three days, and the old one is told with a way to
 * stop it. Two units of work, because a wrong try must stay counted.
 */
export async function askPhoneChange(
  app: Pick<AppContext, 'inTransaction' | 'ports' | 'clock'>,
  wish: PhoneWish,
): Promise<Result<{ effectiveAt: number }, AskPhoneRefusal>> {
  const now = app.clock.now();
  const { toPhone: phone, code } = wish;
  const tried = await tryCode(app, { phone, code, now });
  if (!tried.ok) return tried;
  return app.inTransaction(async (tx): Promise<Result<{ effectiveAt: number }, AskPhoneRefusal>> => {
    const used = await tried.value(tx);
    if (!used.ok) return used;
    if (await readPersonByPhone(tx, phone)) return refuse({ code: 'phone_taken' });
    return begin(tx, wish, now);
  });
}

async function begin(
  tx: Tx,
  { personId, sessionId, fromPhone, toPhone, language }: PhoneWish,
  now: number,
): Promise<Result<{ effectiveAt: number }, AskPhoneRefusal>> {
  const id = newId('phc', now);
  const token = randomBytes(32).toString('base64url');
  const effectiveAt = now + PHONE_CHANGE_MS;
  // One open change a person, by a unique index: of two at once the second is told that there is one.
  const made = await tx
    .insertInto('identity_phone_change')
    .values({
      id,
      person_id: personId,
      session_id: sessionId,
      from_phone: fromPhone,
      to_phone: toPhone,
      cancel_hash: hashSecret(token),
      asked_at: now,
      effective_at: effectiveAt,
      cancelled_at: null,
      cancelled_how: null,
      done_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'phone_change_open' });
  await sendMessage(tx, {
    to: { phone: fromPhone },
    personId,
    template: 'phone_change_asked',
    values: { phone: maskPhone(toPhone), until: effectiveAt },
    path: `/akun/nomor-hp/batal/${token}`,
    key: `phone-change:${id}`,
    language,
    staleAt: effectiveAt,
    now,
  });
  await addToOutbox(tx, {
    kind: 'identity.finish_phone_change',
    key: `phone-change:${id}`,
    payload: { changeId: id },
    dueAt: effectiveAt,
    now,
  });
  const about = { actorId: personId, subjectKind: 'person' as const, subjectId: personId, now };
  await recordAudit(tx, { ...about, action: 'phone_change.asked', details: { changeId: id } });
  return accept({ effectiveAt });
}
