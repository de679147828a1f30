import { findOrMakePersonByPhone } from '~/domain/identity/find-or-make-person.server';
import { decideSection } from '~/domain/merchants/decide-section.server';
import { makeMerchant } from '~/domain/merchants/make-merchant.server';
import type { MerchantCategory } from '~/domain/merchants/merchants';
import { openMerchantForImport } from '~/domain/merchants/open-merchant-for-import.server';
import { SECTIONS } from '~/domain/merchants/section';
import { submitMerchant } from '~/domain/merchants/submit-merchant.server';
import { updateProfile } from '~/domain/merchants/update-profile.server';
import type { AppContext, Tx } from '~/platform/app-context';
import { type MerchantId, newId, type OrganisationId, type PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import type { Result } from '~/shared/result';

/** The part of a world that factories need. */
export interface MakingWorld {
  inTransaction: AppContext['inTransaction'];
  clock: AppContext['clock'];
}

let made = 0;

/** A number that nobody can own (domain.md §1.1), another one each time. */
export function nextPhone(): E164 {
  made += 1;
  return `+62810${String(Math.floor(made / 10_000)).padStart(4, '0')}${String(made % 10_000).padStart(4, '0')}` as E164;
}

/** A NIK of Palembang, another one each time. */
export function nextNik(): string {
  made += 1;
  return `167101170845${String(made % 10_000).padStart(4, '0')}`;
}

/** What a factory's verb must answer; anything else is a broken test. */
export function accepted<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(`factory refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export interface MadeMerchant {
  merchantId: MerchantId;
  ownerId: PersonId;
  phone: E164;
  slug: string;
  stallName: string;
}

export interface MerchantWishes {
  stallName?: string;
  ownerName?: string;
  category?: MerchantCategory;
  regionCode?: string;
  district?: string;
  phone?: E164;
  consent?: boolean;
  /** active (default), handed in and waiting for a verifier, or left as a draft straight after sign-up. */
  state?: 'active' | 'submitted' | 'draft';
}

/** A business with its owner: active and public unless wished otherwise. */
export async function makeActiveMerchant(world: MakingWorld, wishes: MerchantWishes = {}): Promise<MadeMerchant> {
  const { stallName = 'Pempek Contoh', consent = true, state = 'active', phone = nextPhone() } = wishes;
  const now = world.clock.now();
  return world.inTransaction(async (tx) => {
    const ownerId = await findOrMakePersonByPhone(tx, { phone, now });
    const wanted = { merchantId: newId('mrc', now), ownerId, phone, stallName, consent, now };
    const { merchantId, slug } = accepted(
      await makeMerchant(tx, { ...wanted, regionCode: wishes.regionCode ?? '1671' }),
    );
    if (state !== 'draft') {
      const changes = {
        ownerName: wishes.ownerName ?? 'Siti',
        category: wishes.category ?? ('fish_cakes' as const),
        district: wishes.district ?? 'Bukitkecil',
      };
      accepted(await updateProfile(tx, { merchantId, changes, by: ownerId, now }));
      if (consent) {
        accepted(await submitMerchant(tx, { merchantId, by: ownerId, now }));
        if (state === 'active') await passSections(tx, { merchantId, now });
      }
    }
    return { merchantId, ownerId, phone, slug, stallName };
  });
}

/** A verifier of the tests, on a phone of her own, passes what has been handed in for the first time. */
async function passSections(tx: Tx, { merchantId, now }: { merchantId: MerchantId; now: number }): Promise<void> {
  const by = await findOrMakePersonByPhone(tx, { phone: '+6281099999999' as E164, now });
  for (const section of SECTIONS) {
    const verdict = { outcome: 'passed' } as const;
    accepted(await decideSection(tx, { merchantId, section, revision: 1, verdict, by, now }));
  }
  // She has read what she was told of it long ago: a test finds its own messages only.
  await tx.deleteFrom('platform_outbox').where('key', 'like', `message:section:${merchantId}:%`).execute();
}

/** A merchant as an organisation's file makes her: no owner, not public, no phone unless wished. */
export async function makeImportedMerchant(
  world: MakingWorld,
  wishes: { organisationId: OrganisationId; stallName?: string; phone?: E164 | null; importIdentity?: string },
): Promise<MerchantId> {
  const now = world.clock.now();
  const merchantId = newId('mrc', now);
  return world.inTransaction(async (tx) => {
    const opened = await openMerchantForImport(tx, {
      merchantId,
      organisationId: wishes.organisationId,
      importIdentity: wishes.importIdentity ?? merchantId,
      stallName: wishes.stallName ?? 'Tekwan Contoh',
      phone: wishes.phone ?? null,
      regionCode: '1671',
      now,
    });
    return accepted(opened).merchantId;
  });
}
