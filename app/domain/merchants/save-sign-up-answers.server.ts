import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { SIGN_UP_FIELDS, type SignUpField } from './merchants';
import { readSignUp } from './read-sign-up.server';

/** Longest raw answer kept; what is longer cannot become a valid field and is cut. */
const TYPED_MAX = 500;

/**
 * Keeps what was typed at sign-up, raw and unchecked, so that nothing is lost and another phone can go on.
 * Only the fields given are written; an emptied field is kept as empty.
 */
export async function saveSignUpAnswers(
  tx: Tx,
  { personId, answers, now }: { personId: PersonId; answers: Partial<Record<SignUpField, string>>; now: number },
): Promise<void> {
  for (const field of SIGN_UP_FIELDS) {
    const typed = answers[field]?.slice(0, TYPED_MAX);
    if (typed === undefined) continue;
    await tx
      .insertInto('merchant_sign_up_answer')
      .values({ person_id: personId, field, typed, saved_at: now })
      .onConflict((conflict) => conflict.columns(['person_id', 'field']).doUpdateSet({ typed, saved_at: now }))
      .execute();
  }
}

/** Forgets the draft once its answers have become a merchant; a second business starts from an empty form. */
export async function clearSignUpAnswers(tx: Tx, { personId }: { personId: PersonId }): Promise<void> {
  await tx.deleteFrom('merchant_sign_up_answer').where('person_id', '=', personId).execute();
}

/**
 * Ties the draft to one merchant id and answers it. The first of two posts at once decides (the other waits for its
 * row), so a double tap makes one business.
 */
export async function keepSignUpMerchant(
  tx: Tx,
  { personId, merchantId, now }: { personId: PersonId; merchantId: MerchantId; now: number },
): Promise<MerchantId> {
  await tx
    .insertInto('merchant_sign_up_answer')
    .values({ person_id: personId, field: 'merchant', typed: merchantId, saved_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await readSignUp(tx, personId)).merchantId ?? merchantId;
}
