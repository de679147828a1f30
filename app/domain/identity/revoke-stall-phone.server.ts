import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Id, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { endMember } from './end-member.server';

/** Takes a stall's phone out of service: its PIN, its cashier's role and every session of it end with this unit of work. */
export async function revokeStallPhone(
  tx: Tx,
  options: { stallPhoneId: Id<'stp'>; merchantId: MerchantId; revokedBy: PersonId; now: number },
): Promise<Result<undefined, { code: 'stall_phone_gone' }>> {
  const { stallPhoneId, merchantId, revokedBy, now } = options;
  const revoked = await tx
    .updateTable('identity_stall_phone')
    .set({ revoked_at: now, revoked_by: revokedBy, pairing_hash: null, pairing_sealed: null })
    .where('id', '=', stallPhoneId)
    .where('merchant_id', '=', merchantId)
    .where('revoked_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  if (!revoked) return refuse({ code: 'stall_phone_gone' });
  const { person_id: personId } = revoked;
  // Where her role was ended by itself before, the phone still goes.
  await endMember(tx, {
    personId,
    scopeKind: 'merchant',
    scopeId: merchantId,
    role: 'cashier',
    endedBy: revokedBy,
    now,
  });
  await tx
    .updateTable('identity_session')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
  await recordAudit(tx, {
    actorId: revokedBy,
    action: 'stall_phone.revoked',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { stallPhoneId },
    now,
  });
  return accept();
}
