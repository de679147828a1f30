import type { Tx } from '~/platform/app-context';
import { type MerchantId, newId, type PersonId } from '~/shared/ids';
import { accept, type Result } from '~/shared/result';
import { type MakeMerchantRefusal, makeMerchant } from './make-merchant.server';
import { readMerchant } from './read-merchant.server';
import { keepSignUpMerchant, saveSignUpAnswers } from './save-sign-up-answers.server';
import { setPublishing } from './set-publishing.server';
import { type UpdateProfileRefusal, updateProfile } from './update-profile.server';

export type OpenBusinessRefusal = MakeMerchantRefusal | UpdateProfileRefusal;

/**
 * The second screen of sign-up: the business exists from here. Sent again (back button, double tap, another phone)
 * it corrects the same business instead of making a second one.
 */
export async function openBusiness(
  tx: Tx,
  options: {
    personId: PersonId;
    phone: string | null;
    stallName: string;
    regionCode: string;
    consent: boolean;
    now: number;
  },
): Promise<Result<{ merchantId: MerchantId }, OpenBusinessRefusal>> {
  const { personId, stallName, regionCode, consent, now } = options;
  const merchantId = await keepSignUpMerchant(tx, { personId, merchantId: newId('mrc', now), now });
  const before = await readMerchant(tx, merchantId);
  if (before) {
    const changed = await updateProfile(tx, {
      merchantId: before.id,
      changes: { stallName, regionCode },
      by: personId,
      now,
    });
    if (!changed.ok) return changed;
    await setPublishing(tx, { merchantId: before.id, personId, consent, now });
    return accept({ merchantId: before.id });
  }
  const made = await makeMerchant(tx, { ...options, merchantId, ownerId: personId });
  if (!made.ok) return made;
  await saveSignUpAnswers(tx, { personId, answers: { stallName, consent: consent ? 'yes' : 'no' }, now });
  return accept({ merchantId });
}
