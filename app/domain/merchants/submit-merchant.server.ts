import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { changeMerchantState, type MoveMerchantRefusal } from './change-merchant-state.server';
import { hasConsentFor } from './internal/consent.server';
import { handInSections } from './internal/hand-in-sections.server';
import type { ProfileNeed } from './merchants';
import { missingInProfile } from './missing-in-profile';
import { readMerchant } from './read-merchant.server';

export type SubmitMerchantRefusal = { code: 'profile_incomplete'; missing: ProfileNeed[] } | MoveMerchantRefusal;

/**
 * Hands in a complete profile: from here its sections wait for a verifier, and she is active once they have passed
 * (A4). One whom an organisation imported is vouched for by it and is active at once (docs/decisions/0175).
 */
export async function submitMerchant(
  tx: Tx,
  { merchantId, by, now }: { merchantId: MerchantId; by: PersonId; now: number },
): Promise<Result<{ state: 'submitted' | 'active' }, SubmitMerchantRefusal>> {
  const merchant = await readMerchant(tx, merchantId);
  if (!merchant) throw new Error(`no merchant ${merchantId}`);
  const missing = missingInProfile(merchant, { consent: await hasConsentFor(tx, merchantId) });
  if (missing.length > 0) return refuse({ code: 'profile_incomplete', missing });
  const submitted = await changeMerchantState(tx, { merchantId, to: 'submitted', by, why: 'profile_complete', now });
  if (!submitted.ok) return submitted;
  const vouched = merchant.importedBy !== null;
  await handInSections(tx, { merchantId, vouched, by, now });
  if (!vouched) return accept({ state: 'submitted' });
  const active = await changeMerchantState(tx, { merchantId, to: 'active', by: null, why: 'vouched_by_importer', now });
  return active.ok ? accept({ state: 'active' }) : active;
}
