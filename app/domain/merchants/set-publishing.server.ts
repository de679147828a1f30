import { giveConsent } from '~/domain/identity/give-consent.server';
import { hasConsent } from '~/domain/identity/has-consent.server';
import { withdrawConsent } from '~/domain/identity/withdraw-consent.server';
import type { Tx } from '~/platform/app-context';
import { touchTopics } from '~/platform/topic.server';
import type { MerchantId, PersonId } from '~/shared/ids';

/**
 * Gives or withdraws the consent to show the business. Its page is derived from the consent, so a withdrawal takes
 * it away with this very transaction; saying the same again changes nothing.
 */
export async function setPublishing(
  tx: Tx,
  { merchantId, personId, consent, now }: { merchantId: MerchantId; personId: PersonId; consent: boolean; now: number },
): Promise<void> {
  const about = { personId, subjectId: merchantId, purpose: 'publish' } as const;
  if ((await hasConsent(tx, about)) === consent) return;
  if (consent) await giveConsent(tx, { ...about, now });
  else await withdrawConsent(tx, { ...about, now });
  await touchTopics(tx, [`merchant:${merchantId}`], now);
}
