import { addMember } from '~/domain/identity/add-member.server';
import { giveConsent } from '~/domain/identity/give-consent.server';
import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import { regionOf } from '~/shared/regions';
import { accept, type Result, refuse } from '~/shared/result';
import { insertProfile } from './internal/insert-profile.server';
import type { MerchantCategory } from './merchants';

export type MakeMerchantRefusal = { code: 'region_unknown'; typed: string };

export interface NewMerchant {
  merchantId: MerchantId;
  ownerId: PersonId;
  /** E.164, the owner's own; the business contact until she changes it. */
  phone: string | null;
  stallName: string;
  regionCode: string;
  ownerName?: string | null;
  category?: MerchantCategory | null;
  /** Whether she agreed, beside the notice, that her business is shown. */
  consent: boolean;
  now: number;
}

/**
 * A business with its owner, from the first five inputs of sign-up; with consent its page "baru" is public from here.
 * The same merchantId again changes nothing and answers the same.
 */
export async function makeMerchant(
  tx: Tx,
  { merchantId, ownerId, consent, now, ...given }: NewMerchant,
): Promise<Result<{ merchantId: MerchantId; slug: string }, MakeMerchantRefusal>> {
  if (!regionOf(given.regionCode)) return refuse({ code: 'region_unknown', typed: given.regionCode });
  const { slug, made } = await insertProfile(tx, { ...given, merchantId, claimedAt: now, now });
  if (made) {
    await addMember(tx, {
      personId: ownerId,
      scopeKind: 'merchant',
      scopeId: merchantId,
      role: 'owner',
      createdBy: ownerId,
      now,
    });
    await recordAudit(tx, {
      actorId: ownerId,
      action: 'merchant.made',
      subjectKind: 'merchant',
      subjectId: merchantId,
      now,
    });
  }
  if (consent && made) {
    await giveConsent(tx, { personId: ownerId, subjectId: merchantId, purpose: 'publish', now });
  }
  return accept({ merchantId, slug });
}
