import { randomBytes } from 'node:crypto';
import type { AppContext, ReadDb } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { hashSecret, type OpenedSession, openSession } from './open-session.server';
import { isWeakStallPin } from './stall-pin';

export type PairRefusal = { code: 'pairing_gone' } | { code: 'stall_pin_weak' };

export interface PairedPhone {
  /** 256 random bits for the phone's cookie; only their hash is kept. */
  secret: string;
  merchantId: MerchantId;
  session: OpenedSession;
}

/** What a pairing link would make of the phone that opens it; null when it was used, is too old or never was. */
export async function readPairing(
  db: ReadDb,
  { token, now }: { token: string; now: number },
): Promise<{ merchantId: MerchantId; cashierName: string } | null> {
  const row = await db
    .selectFrom('identity_stall_phone as phone')
    .innerJoin('identity_person as person', 'person.id', 'phone.person_id')
    .select(['phone.merchant_id', 'person.name'])
    .where('pairing_hash', '=', hashSecret(token))
    .where('pairing_until', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row ? { merchantId: row.merchant_id, cashierName: row.name ?? '' } : null;
}

/** Makes the phone that opened the link the stall's phone, with its PIN, and signs it in; of two at once one succeeds. */
export async function pairStallPhone(
  app: Pick<AppContext, 'inTransaction' | 'ports' | 'clock'>,
  { token, pin, device }: { token: string; pin: string; device: string },
): Promise<Result<PairedPhone, PairRefusal>> {
  if (isWeakStallPin(pin)) return refuse({ code: 'stall_pin_weak' });
  const now = app.clock.now();
  const pinHash = await app.ports.passwords.hash(pin);
  const secret = randomBytes(32).toString('base64url');
  return app.inTransaction(async (tx): Promise<Result<PairedPhone, PairRefusal>> => {
    const paired = await tx
      .updateTable('identity_stall_phone')
      .set({
        pairing_hash: null,
        pairing_sealed: null,
        secret_hash: hashSecret(secret),
        pin_hash: pinHash,
        paired_at: now,
      })
      .where('pairing_hash', '=', hashSecret(token))
      .where('pairing_until', '>', now)
      .where('revoked_at', 'is', null)
      .returning(['id', 'merchant_id', 'person_id'])
      .executeTakeFirst();
    if (!paired) return refuse({ code: 'pairing_gone' });
    await recordAudit(tx, {
      actorId: paired.person_id,
      action: 'stall_phone.paired',
      subjectKind: 'merchant',
      subjectId: paired.merchant_id,
      details: { stallPhoneId: paired.id },
      now,
    });
    const session = await openSession(tx, { personId: paired.person_id, device, how: 'pin', now });
    return accept({ secret, merchantId: paired.merchant_id, session });
  });
}
