import type { ReadDb } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { Id, MerchantId, PersonId } from '~/shared/ids';
import { hashSecret } from './open-session.server';

export interface StallPhone {
  id: Id<'stp'>;
  personId: PersonId;
  cashierName: string;
  madeAt: number;
  /** Null while no phone has opened its link. */
  pairedAt: number | null;
  /** Last sign of it in a session, epoch ms. */
  lastSeenAt: number | null;
  /** Its link's secret while it can still be opened. */
  pairing: { token: string; until: number } | null;
}

/** A business's phones at its stalls, oldest first; revoked ones are left out. */
export async function readStallPhones(
  db: ReadDb,
  { merchantId, secrets, now }: { merchantId: MerchantId; secrets: Pick<Secrets, 'open'>; now: number },
): Promise<StallPhone[]> {
  const rows = await db
    .selectFrom('identity_stall_phone as phone')
    .innerJoin('identity_person as person', 'person.id', 'phone.person_id')
    .select((row) => [
      'phone.id',
      'phone.person_id',
      'person.name',
      'phone.made_at',
      'phone.paired_at',
      'phone.pairing_sealed',
      'phone.pairing_until',
      row
        .selectFrom('identity_session as s')
        .select((inner) => inner.fn.max('s.last_seen_at').as('seen'))
        .whereRef('s.person_id', '=', 'phone.person_id')
        .as('last_seen_at'),
    ])
    .where('phone.merchant_id', '=', merchantId)
    .where('phone.revoked_at', 'is', null)
    .orderBy('phone.made_at')
    .orderBy('phone.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    cashierName: row.name ?? '',
    madeAt: row.made_at,
    pairedAt: row.paired_at,
    lastSeenAt: row.last_seen_at,
    pairing:
      row.pairing_sealed !== null && row.pairing_until > now
        ? { token: secrets.open(row.pairing_sealed), until: row.pairing_until }
        : null,
  }));
}

/** Whose phone a cookie's secret is; null when it was revoked or never was one. */
export async function readStallPhone(
  db: ReadDb,
  secret: string,
): Promise<{ merchantId: MerchantId; cashierName: string } | null> {
  const row = await db
    .selectFrom('identity_stall_phone as phone')
    .innerJoin('identity_person as person', 'person.id', 'phone.person_id')
    .select(['phone.merchant_id', 'person.name'])
    .where('phone.secret_hash', '=', hashSecret(secret))
    .where('phone.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ? { merchantId: row.merchant_id, cashierName: row.name ?? '' } : null;
}
