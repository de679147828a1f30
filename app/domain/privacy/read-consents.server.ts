import { CONSENT_NOTICES } from '~/domain/identity/consent-notices';
import { CONSENT_PURPOSES, type ConsentPurpose } from '~/domain/identity/identity';
import { type GivenConsent, readGivenConsents } from '~/domain/identity/read-consents.server';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import { readMerchants } from '~/domain/merchants/read-merchant.server';
import type { ReadDb } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';

/** One thing she may agree to: about herself, or about a business she owns. */
export interface ConsentStanding {
  purpose: ConsentPurpose;
  subjectId: string;
  /** Name of the business; null for what is about herself. */
  about: string | null;
  /** False about a business that is hers no more: she may take back what she gave. */
  mayGive: boolean;
  /** Version of the notice she would see now. */
  version: string;
  /** Every giving, newest first; the first without `withdrawnAt` is in force. */
  given: Omit<GivenConsent, 'purpose' | 'subjectId'>[];
}

/** Every consent a person gave or may give, with its proof. Consents about a business she left stay listed. */
export async function readConsents(db: ReadDb, personId: PersonId): Promise<ConsentStanding[]> {
  const [given, memberships] = await Promise.all([readGivenConsents(db, personId), readMemberships(db, personId)]);
  const owned = memberships.filter(({ role }) => role === 'owner').map(({ scopeId }) => scopeId);
  const businesses = [...new Set([...owned, ...given.filter(isPublish).map(({ subjectId }) => subjectId)])];
  const names = new Map<string, string>(
    (await readMerchants(db, businesses as MerchantId[])).map(({ id, stallName }) => [id, stallName]),
  );
  return CONSENT_PURPOSES.flatMap((purpose) =>
    (purpose === 'publish' ? businesses : [personId]).map((subjectId) => ({
      purpose,
      subjectId,
      about: names.get(subjectId) ?? null,
      mayGive: purpose !== 'publish' || owned.includes(subjectId),
      version: CONSENT_NOTICES[purpose][0].version,
      given: given
        .filter((each) => each.purpose === purpose && each.subjectId === subjectId)
        .map(({ version, sha256, givenAt, withdrawnAt }) => ({ version, sha256, givenAt, withdrawnAt })),
    })),
  );
}

function isPublish({ purpose }: GivenConsent): boolean {
  return purpose === 'publish';
}
