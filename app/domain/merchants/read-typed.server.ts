import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';

/** What a helper changed and nobody of the business has looked at yet: from the first value to the last. */
export interface TypedForHer {
  field: string;
  before: unknown;
  after: unknown;
  by: PersonId;
  byName: string | null;
  at: number;
}

/** Everything a helper typed that waits for the owner, oldest first, one row a field. */
export async function readTypedForHer(db: ReadDb | Tx, merchantId: MerchantId): Promise<TypedForHer[]> {
  const rows = await db
    .selectFrom('merchant_field_author as typed')
    .innerJoin('identity_person as person', 'person.id', 'typed.person_id')
    .select(['typed.field', 'typed.before_value', 'typed.after_value', 'typed.person_id', 'person.name', 'typed.at'])
    .where('typed.merchant_id', '=', merchantId)
    .where('typed.helper_session_id', 'is not', null)
    .where('typed.confirmed_at', 'is', null)
    .where('typed.undone_at', 'is', null)
    .orderBy('typed.at')
    .orderBy('typed.id')
    .execute();
  const byField = new Map<string, TypedForHer>();
  for (const row of rows) {
    const first = byField.get(row.field);
    byField.set(row.field, {
      field: row.field,
      before: first ? first.before : JSON.parse(row.before_value ?? 'null'),
      after: JSON.parse(row.after_value ?? 'null'),
      by: row.person_id,
      byName: row.name,
      at: row.at,
    });
  }
  return [...byField.values()];
}

/** Names of the fields a helper typed that nobody has looked at, for the marks beside them. */
export async function readMarkedFields(db: ReadDb | Tx, merchantId: MerchantId): Promise<string[]> {
  const rows = await db
    .selectFrom('merchant_field_author')
    .select('field')
    .distinct()
    .where('merchant_id', '=', merchantId)
    .where('helper_session_id', 'is not', null)
    .where('confirmed_at', 'is', null)
    .where('undone_at', 'is', null)
    .execute();
  return rows.map(({ field }) => field).sort();
}

export interface FieldAuthor {
  field: string;
  name: string | null;
  at: number;
  isHelper: boolean;
}

/** Who typed each field last, latest first. */
export async function readFieldAuthors(db: ReadDb, merchantId: MerchantId): Promise<FieldAuthor[]> {
  const rows = await db
    .selectFrom('merchant_field_author as typed')
    .innerJoin('identity_person as person', 'person.id', 'typed.person_id')
    .select(['typed.field', 'person.name', 'typed.at', 'typed.helper_session_id'])
    .where('typed.merchant_id', '=', merchantId)
    .where('typed.undone_at', 'is', null)
    .where((latest) =>
      latest.not(
        latest.exists(
          latest
            .selectFrom('merchant_field_author as later')
            .select('later.id')
            .whereRef('later.merchant_id', '=', 'typed.merchant_id')
            .whereRef('later.field', '=', 'typed.field')
            .where('later.undone_at', 'is', null)
            .whereRef('later.id', '>', 'typed.id'),
        ),
      ),
    )
    .orderBy('typed.at', 'desc')
    .orderBy('typed.field')
    .execute();
  return rows.map((row) => ({
    field: row.field,
    name: row.name,
    at: row.at,
    isHelper: row.helper_session_id !== null,
  }));
}
