import type { MerchantCategory } from '~/domain/merchants/merchants';
import { clearSignUpAnswers } from '~/domain/merchants/save-sign-up-answers.server';
import { type UpdateProfileRefusal, updateProfile } from '~/domain/merchants/update-profile.server';
import type { Tx } from '~/platform/app-context';
import type { DishId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { type AddDishRefusal, addDish } from './add-dish.server';

export type FinishSignUpRefusal = UpdateProfileRefusal | AddDishRefusal;

/** The third screen of sign-up: owner's name, what is sold, the first dish and its price. The draft is used up. */
export async function finishSignUp(
  tx: Tx,
  options: {
    merchantId: MerchantId;
    personId: PersonId;
    ownerName: string;
    category: MerchantCategory;
    dish: { dishId: DishId; name: string; price: number };
    now: number;
  },
): Promise<Result<MerchantId, FinishSignUpRefusal>> {
  const { merchantId, personId, ownerName, category, dish, now } = options;
  const changed = await updateProfile(tx, { merchantId, changes: { ownerName, category }, by: personId, now });
  if (!changed.ok) return changed;
  const added = await addDish(tx, { ...dish, merchantId, makeSeconds: null, by: personId, now });
  if (!added.ok) return added;
  await clearSignUpAnswers(tx, { personId });
  return accept(merchantId);
}
