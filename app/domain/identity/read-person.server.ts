import type { ReadDb, Tx } from '~/platform/app-context';
import type { PersonId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import type { E164 } from '~/shared/phone';

export interface Person {
  id: PersonId;
  phone: E164 | null;
  email: string | null;
  name: string | null;
  language: Language;
}

/** One person; null when there is none. */
export async function readPerson(db: ReadDb | Tx, personId: PersonId): Promise<Person | null> {
  const row = await db
    .selectFrom('identity_person')
    .select(['id', 'phone', 'email', 'name', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

/** The person with a phone number; null when nobody has it. */
export async function readPersonByPhone(db: ReadDb | Tx, phone: E164): Promise<Person | null> {
  const row = await db
    .selectFrom('identity_person')
    .select(['id', 'phone', 'email', 'name', 'language'])
    .where('phone', '=', phone)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

export interface PersonRow {
  id: PersonId;
  phone: string | null;
  email: string | null;
  name: string | null;
  language: string;
}

export function toPerson(row: PersonRow): Person {
  return { ...row, phone: row.phone as E164 | null, language: row.language === 'en' ? 'en' : 'id' };
}
