import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { changeMerchantState, type MoveMerchantRefusal } from './change-merchant-state.server';
import { hasConsentFor } from './internal/consent.server';
import type { ProfileNeed } from './merchants';
import { missingInProfile } from './missing-in-profile';
import { readMerchant } from './read-merchant.server';

export type SubmitMerchantRefusal = { code: 'profile_incomplete'; missing: ProfileNeed[] } | MoveMerchantRefusal;

/**
 * Hands in a complete profile. Until section review (A4) exists a complete one becomes active at once, and both
 * moves are kept as rows.
 */
export async function submitMerchant(
  tx: Tx,
  { merchantId, by, now }: { merchantId: MerchantId; by: PersonId; now: number },
): Promise<Result<void, SubmitMerchantRefusal>> {
  const merchant = await readMerchant(tx, merchantId);
  if (!merchant) throw new Error(`no merchant ${merchantId}`);
  const missing = missingInProfile(merchant, { consent: await hasConsentFor(tx, merchantId) });
  if (missing.length > 0) return refuse({ code: 'profile_incomplete', missing });
  const submitted = await changeMerchantState(tx, { merchantId, to: 'submitted', by, why: 'profile_complete', now });
  if (!submitted.ok) return submitted;
  const active = await changeMerchantState(tx, {
    merchantId,
    to: 'active',
    by: null,
    why: 'complete_submission_activates',
    now,
  });
  return active.ok ? accept() : active;
}
