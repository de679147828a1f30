import { claimMerchant } from '~/domain/merchants/claim-merchant.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { DOCUMENT_KINDS, type DocumentAnswer, type DocumentKind } from '~/domain/merchants/merchants';
import { readClaims } from '~/domain/merchants/read-claims.server';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { redeemClaim } from '~/domain/merchants/redeem-claim.server';
import { setHours } from '~/domain/merchants/set-hours.server';
import { setPublishing } from '~/domain/merchants/set-publishing.server';
import { submitMerchant } from '~/domain/merchants/submit-merchant.server';
import { type ProfileChanges, updateProfile } from '~/domain/merchants/update-profile.server';
import { openMerchantAccounts } from '~/domain/wallet/open-merchant-accounts.server';
import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { demoPhone, makePerson } from './people';
import { type Cast, goTo, mustHave, type Stage } from './stage';

export interface Owned {
  merchantId: MerchantId;
  ownerId: PersonId;
}

/** Kecamatan of Palembang (Kemendagri 16.71). */
const DISTRICTS = ['Ilir Barat Dua', 'Ilir Barat Satu', 'Ilir Timur Satu', 'Bukitkecil', 'Jakabaring'];

/** Sheets that the Dinas has not handed over yet: these businesses stay unclaimed. */
const SHEETS_KEPT = 1;

/**
 * Scene 2: owners take over what the Dinas imported, by the phone of the file or by the printed code, agree to be
 * shown, say their hours and papers, and hand in their profile.
 */
export async function takeOver(stage: Stage, cast: Cast): Promise<Owned[]> {
  const now = goTo(stage, '2026-10-30', '16:00');
  const { app } = stage;
  const imported = await app.db
    .selectFrom('merchant_profile')
    .select(['id', 'phone', 'owner_name as ownerName', 'stall_name as stallName'])
    .where('imported_by', '=', cast.organisationId)
    .where('phone', 'is not', null)
    .orderBy('id')
    .execute();
  const sheets = await readClaims(app.db, cast.organisationId, app.ports.secrets);
  const owned: Owned[] = [];
  for (const { id, phone, ownerName, stallName } of imported) {
    owned.push(
      await app.inTransaction(async (tx) => {
        const ownerId = await makePerson(tx, { phone: phone as E164, name: ownerName ?? stallName, now });
        mustHave(await claimMerchant(tx, { merchantId: id, personId: ownerId, now }));
        return setUp(tx, stage, { merchantId: id, ownerId }, now);
      }),
    );
  }
  for (const [at, sheet] of sheets.slice(SHEETS_KEPT).entries()) {
    owned.push(
      await app.inTransaction(async (tx) => {
        const ownerId = await makePerson(tx, {
          phone: demoPhone(7001 + at),
          name: sheet.ownerName ?? sheet.stallName,
          now,
        });
        const redeemed = await redeemClaim(tx, {
          typed: sheet.claimCode ?? '',
          personId: ownerId,
          secrets: app.ports.secrets,
          now,
        });
        return setUp(tx, stage, { merchantId: mustHave(redeemed).merchantId, ownerId }, now);
      }),
    );
  }
  return owned;
}

async function setUp(tx: Tx, stage: Stage, owned: Owned, now: number): Promise<Owned> {
  const { merchantId, ownerId } = owned;
  const merchant = await readMerchant(tx, merchantId);
  const changes: ProfileChanges = {
    ownerName: merchant?.ownerName ?? 'Contoh',
    district: merchant?.district ?? stage.dice.pick(DISTRICTS),
    category: merchant?.category ?? 'other',
  };
  mustHave(await updateProfile(tx, { merchantId, changes, by: ownerId, now }));
  await setPublishing(tx, { merchantId, personId: ownerId, consent: true, now });
  await openMerchantAccounts(tx, { merchantId, now });
  const open = [{ opens: '09:00', closes: '20:00' }];
  const days = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, windows: weekday === 1 ? [] : open }));
  mustHave(await setHours(tx, { merchantId, days, now }));
  for (const kind of DOCUMENT_KINDS) await declare(tx, stage, { ...owned, kind }, now);
  mustHave(await submitMerchant(tx, { merchantId, by: ownerId, now }));
  return owned;
}

async function declare(
  tx: Tx,
  { app, dice }: Stage,
  { merchantId, ownerId, kind }: Owned & { kind: DocumentKind },
  now: number,
): Promise<void> {
  const answer = kind === 'ktp' ? 'have' : dice.pick<DocumentAnswer>(ANSWERS[kind] ?? ['none_yet']);
  const secrets = app.ports.secrets;
  mustHave(await declareDocument(tx, { merchantId, kind, answer, by: ownerId, secrets, demo: true, now }));
}

/** Most papers say "belum punya", as among real street sellers. */
const ANSWERS: Partial<Record<DocumentKind, DocumentAnswer[]>> = {
  npwp: ['none_yet', 'none_yet', 'have'],
  nib: ['have', 'in_process', 'none_yet'],
  pirt: ['not_needed'],
  bpom: ['not_needed'],
  halal: ['in_process', 'in_process', 'have', 'none_yet'],
  hygiene: ['none_yet', 'in_process'],
  bank_book: ['none_yet', 'have'],
};
