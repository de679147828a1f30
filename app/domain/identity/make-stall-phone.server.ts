import { randomBytes } from 'node:crypto';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { Secrets } from '~/platform/secret.server';
import { type Id, type MerchantId, newId, type PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { MINUTE_MS } from '~/shared/time';
import { addMember } from './add-member.server';
import { PAIRING_MINUTES, STALL_PHONES_MAX } from './identity';
import { hashSecret } from './open-session.server';

export interface NewStallPhone {
  merchantId: MerchantId;
  /** Who sells with it, as the kitchen calls her. */
  cashierName: string;
  madeBy: PersonId;
  secrets: Pick<Secrets, 'seal'>;
  now: number;
}

/**
 * Begins a stall's phone: a cashier without a number, and a link that makes one phone hers within 15 minutes.
 * Refused above a number of them nobody needs.
 */
export async function makeStallPhone(
  tx: Tx,
  { merchantId, cashierName, madeBy, secrets, now }: NewStallPhone,
): Promise<Result<Id<'stp'>, { code: 'stall_phones_full'; most: number }>> {
  const live = await tx
    .selectFrom('identity_stall_phone')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('revoked_at', 'is', null)
    .execute();
  if (live.length >= STALL_PHONES_MAX) return refuse({ code: 'stall_phones_full', most: STALL_PHONES_MAX });
  const personId = newId('psn', now);
  const person = { phone: null, email: null, name: cashierName, language: 'id', created_at: now };
  await tx
    .insertInto('identity_person')
    .values({ id: personId, ...person })
    .execute();
  const role = { scopeKind: 'merchant', scopeId: merchantId, role: 'cashier' } as const;
  await addMember(tx, { personId, ...role, createdBy: madeBy, now });
  const id = newId('stp', now);
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('identity_stall_phone')
    .values({
      id,
      merchant_id: merchantId,
      person_id: personId,
      pairing_hash: hashSecret(token),
      pairing_sealed: secrets.seal(token),
      pairing_until: now + PAIRING_MINUTES * MINUTE_MS,
      secret_hash: null,
      pin_hash: null,
      pin_failures: 0,
      pin_locked_until: null,
      made_at: now,
      made_by: madeBy,
      paired_at: null,
      revoked_at: null,
      revoked_by: null,
    })
    .execute();
  await recordAudit(tx, {
    actorId: madeBy,
    action: 'stall_phone.made',
    subjectKind: 'merchant',
    subjectId: merchantId,
    details: { stallPhoneId: id, personId },
    now,
  });
  return accept(id);
}
