import { giveConsent } from '~/domain/identity/give-consent.server';
import { hasConsent } from '~/domain/identity/has-consent.server';
import { withdrawConsent } from '~/domain/identity/withdraw-consent.server';
import type { Tx } from '~/platform/app-context';
import { type MerchantId, type PersonId, parseId } from '~/shared/ids';
import { announceMerchantChange } from './internal/announce-change.server';

/**
 * Gives or withdraws the consent to show the business. Its page is derived from the consent, so a withdrawal takes
 * it away with this very transaction; saying the same again changes nothing. Of several owners each has to agree by
 * herself, and one "no" counts for all: otherwise the page would stay while she is told that it is gone.
 */
export async function setPublishing(
  tx: Tx,
  { merchantId, personId, consent, now }: { merchantId: MerchantId; personId: PersonId; consent: boolean; now: number },
): Promise<void> {
  const about = { subjectId: merchantId, purpose: 'publish' } as const;
  if (!consent) {
    if (!(await withdrawConsent(tx, { ...about, now }))) return;
  } else {
    if (await hasConsent(tx, { ...about, personId })) return;
    await giveConsent(tx, { ...about, personId, now });
  }
  await announceMerchantChange(tx, { merchantId, now });
}

/** Consents ended elsewhere, all of one person's: pages of the businesses among what they were about follow. */
export async function announceConsentChange(
  tx: Tx,
  { subjectIds, now }: { subjectIds: readonly string[]; now: number },
): Promise<void> {
  for (const subjectId of subjectIds) {
    const merchantId = parseId('mrc', subjectId);
    if (merchantId) await announceMerchantChange(tx, { merchantId, now });
  }
}
