import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import { sendMessage } from '~/platform/message.server';
import { ALL_FENCES, type Fences } from '~/shared/fences';
import type { Id } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { readPerson, readPersonByPhone } from './read-person.server';
import { revokeOtherSessions } from './revoke-session.server';

/**
 * Ends a change of number whose three days are over: the new one is hers and every session but the one that asked ends.
 * Somebody else has it meanwhile: the change ends and the old one is told. Does nothing before its time, or when it was
 * stopped; again is as good.
 */
export async function finishPhoneChange(
  tx: Tx,
  { changeId, now, fences = ALL_FENCES }: { changeId: Id<'phc'>; now: number; fences?: Fences },
): Promise<'done' | 'taken' | 'not_open'> {
  const change = await tx
    .selectFrom('identity_phone_change')
    .selectAll()
    .where('id', '=', changeId)
    .where('effective_at', '<=', now)
    .executeTakeFirst();
  if (!change) return 'not_open';
  const { person_id: personId, from_phone: fromPhone, to_phone: toPhone } = change;
  const isTaken = (await readPersonByPhone(tx, toPhone as E164)) !== null;
  let ending = tx
    .updateTable('identity_phone_change')
    .set(isTaken ? { cancelled_at: now, cancelled_how: 'number_taken' } : { done_at: now })
    .where('id', '=', changeId);
  if (fences.guard) ending = ending.where('cancelled_at', 'is', null).where('done_at', 'is', null);
  if ((await ending.executeTakeFirst()).numUpdatedRows === 0n) return 'not_open';
  if (!isTaken) {
    // Who takes the number in this very moment meets its unique key, or we do and come again.
    await tx
      .updateTable('identity_person')
      .set({ phone: toPhone })
      .where('id', '=', personId)
      .where('phone', '=', fromPhone)
      .execute();
    await revokeOtherSessions(tx, { keep: change.session_id, personId, now });
  }
  await sendMessage(tx, {
    to: { phone: isTaken ? fromPhone : toPhone },
    personId,
    language: (await readPerson(tx, personId))?.language,
    template: isTaken ? 'phone_change_refused' : 'phone_changed',
    values: {},
    path: '/akun',
    key: `phone-change-over:${changeId}`,
    now,
  });
  const about = { actorId: null, subjectKind: 'person' as const, subjectId: personId, now };
  const action = isTaken ? 'phone_change.refused' : 'phone_change.done';
  await recordAudit(tx, { ...about, action, details: { changeId } });
  return isTaken ? 'taken' : 'done';
}
