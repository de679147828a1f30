import { hasConsent } from '~/domain/identity/has-consent.server';
import { readMembers } from '~/domain/identity/read-memberships.server';
import type { ReadDb, Tx } from '~/platform/app-context';
import type { MerchantId } from '~/shared/ids';

/** Whether one of the merchant's owners has agreed, and not withdrawn, that the business is shown. */
export async function hasConsentFor(db: ReadDb | Tx, merchantId: MerchantId): Promise<boolean> {
  for (const { personId, role } of await readMembers(db, { scopeKind: 'merchant', scopeId: merchantId })) {
    if (role !== 'owner') continue;
    if (await hasConsent(db, { personId, subjectId: merchantId, purpose: 'publish' })) return true;
  }
  return false;
}
