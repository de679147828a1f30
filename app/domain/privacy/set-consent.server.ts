import { giveConsent } from '~/domain/identity/give-consent.server';
import { hasConsent } from '~/domain/identity/has-consent.server';
import type { ConsentPurpose } from '~/domain/identity/identity';
import { withdrawConsent } from '~/domain/identity/withdraw-consent.server';
import { setPublishing } from '~/domain/merchants/set-publishing.server';
import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';

/**
 * Gives or withdraws one consent of hers. `subjectId` is her business for `publish`, herself for what is about her.
 * `isOwner`: the business is hers now. A former owner takes back what she gave and no more: what those after her agreed
 * to stands, and she agrees to nothing any more. Saying the same again changes nothing.
 */
export async function setConsent(
  tx: Tx,
  order: {
    personId: PersonId;
    purpose: ConsentPurpose;
    subjectId: string;
    isOwner: boolean;
    consent: boolean;
    now: number;
  },
): Promise<void> {
  const { personId, purpose, subjectId, isOwner, consent, now } = order;
  if (purpose === 'publish' && isOwner) {
    await setPublishing(tx, { merchantId: subjectId as MerchantId, personId, consent, now });
    return;
  }
  const about = { personId, subjectId, purpose };
  if (!consent) await withdrawConsent(tx, { ...about, now });
  else if (purpose !== 'publish' && !(await hasConsent(tx, about))) await giveConsent(tx, { ...about, now });
}
