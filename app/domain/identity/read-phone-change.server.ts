import type { ReadDb } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import type { PhoneChangeEnd } from './phone-change';

export interface PhoneChange {
  toPhone: E164;
  askedAt: number;
  effectiveAt: number;
  doneAt: number | null;
  cancelledAt: number | null;
  cancelledHow: PhoneChangeEnd | null;
}

/** The latest change of number of a person, open or over; null when there never was one. */
export async function readPhoneChange(db: ReadDb, personId: PersonId): Promise<PhoneChange | null> {
  const row = await db
    .selectFrom('identity_phone_change')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    toPhone: row.to_phone as E164,
    askedAt: row.asked_at,
    effectiveAt: row.effective_at,
    doneAt: row.done_at,
    cancelledAt: row.cancelled_at,
    cancelledHow: row.cancelled_how as PhoneChangeEnd | null,
  };
}
