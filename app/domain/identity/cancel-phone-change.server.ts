import type { ReadDb, Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { sendMessage } from '~/platform/message.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { accept, type Result, refuse } from '~/shared/result';
import { hashSecret } from './open-session.server';
import type { PhoneChangeEnd } from './phone-change';
import { readPerson } from './read-person.server';

type PhoneChangeGone = { code: 'phone_change_gone' };

/** Which open change is meant: hers, the one a link to the old number names, or hers as the old number's holder. */
export type WhichChange = { personId: PersonId } | { token: string } | { personId: PersonId; fromPhone: E164 };

/**
 * Stops a change that waits; the number stays as it was. By one conditional update, so that stopping and finishing never
 * both count.
 */
export async function cancelPhoneChange(
  tx: Tx,
  { which, now, fences = ALL_FENCES }: { which: WhichChange; now: number; fences?: Fences },
): Promise<Result<undefined, PhoneChangeGone>> {
  const how: PhoneChangeEnd = 'token' in which ? 'link' : 'fromPhone' in which ? 'sign_in' : 'person';
  let cancelling = tx.updateTable('identity_phone_change').set({ cancelled_at: now, cancelled_how: how });
  if (fences.guard) cancelling = cancelling.where('cancelled_at', 'is', null).where('done_at', 'is', null);
  if ('token' in which) cancelling = cancelling.where('cancel_hash', '=', hashSecret(which.token));
  else cancelling = cancelling.where('person_id', '=', which.personId);
  if ('fromPhone' in which) cancelling = cancelling.where('from_phone', '=', which.fromPhone);
  const change = await cancelling.returning(['id', 'person_id', 'from_phone']).executeTakeFirst();
  if (!change) return refuse({ code: 'phone_change_gone' });
  const { id: changeId, person_id: personId, from_phone: phone } = change;
  await sendMessage(tx, {
    to: { phone },
    personId,
    language: (await readPerson(tx, personId))?.language,
    template: 'phone_change_cancelled',
    values: {},
    path: '/akun/nomor-hp',
    key: `phone-change-cancelled:${changeId}`,
    now,
  });
  const about = { actorId: how === 'link' ? null : personId, subjectKind: 'person' as const, subjectId: personId, now };
  await recordAudit(tx, { ...about, action: 'phone_change.cancelled', details: { changeId, how } });
  return accept();
}

/** The change a link to the old number would stop; null when it has ended or never was. */
export async function readCancelLink(
  db: ReadDb,
  token: string,
): Promise<{ toPhone: E164; effectiveAt: number } | null> {
  const row = await db
    .selectFrom('identity_phone_change')
    .select(['to_phone', 'effective_at'])
    .where('cancel_hash', '=', hashSecret(token))
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return row ? { toPhone: row.to_phone as E164, effectiveAt: row.effective_at } : null;
}
