import type { ReadDb, Tx } from '~/platform/app-context';
import { type MerchantId, type PersonId, parseId } from '~/shared/ids';
import { SIGN_UP_FIELDS, type SignUpField } from './merchants';

/** A person's unfinished sign-up, as typed. */
export interface SignUpDraft {
  typed: Partial<Record<SignUpField, string>>;
  /** The business already made from the first five inputs. */
  merchantId: MerchantId | null;
  /** Last time anything was kept; null for an empty draft. */
  savedAt: number | null;
}

/** The draft of a person, wherever and on whichever phone it was typed. */
export async function readSignUp(db: ReadDb | Tx, personId: PersonId): Promise<SignUpDraft> {
  const rows = await db.selectFrom('merchant_sign_up_answer').selectAll().where('person_id', '=', personId).execute();
  const typed: SignUpDraft['typed'] = {};
  for (const row of rows) {
    if (SIGN_UP_FIELDS.includes(row.field as SignUpField)) typed[row.field as SignUpField] = row.typed;
  }
  return {
    typed,
    merchantId: parseId('mrc', rows.find((row) => row.field === 'merchant')?.typed ?? null),
    savedAt: rows.length === 0 ? null : Math.max(...rows.map((row) => row.saved_at)),
  };
}
