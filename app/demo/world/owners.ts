import { claimMerchant } from '~/domain/merchants/claim-merchant.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import type { DocumentAnswer, DocumentKind } from '~/domain/merchants/merchants';
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
import { makePerson } from './people';
import { type Cast, inGroups, mustHave, type Stage } from './stage';

export interface Owned {
  merchantId: MerchantId;
  ownerId: PersonId;
}

/** What an owner may say about a paper; one of them is drawn. */
export type PaperAnswers = Partial<Record<DocumentKind, readonly (DocumentAnswer | `until ${string}`)[]>>;

export interface TakingOver {
  /** Phones for owners who came with a printed sheet. */
  phoneOfSheet: (at: number) => E164;
  /** Sheets the Dinas has not handed over yet: these businesses stay unclaimed. */
  sheetsKept: number;
  /** Kecamatan of those whose row named none. */
  district: string;
  papers: PaperAnswers;
}

/**
 * Owners take over what the Dinas imported, by the phone of the file or by the printed code, agree to be shown, say
 * their hours and papers, and hand in their profile.
 */
export async function takeOver(stage: Stage, cast: Cast, taking: TakingOver): Promise<Owned[]> {
  const { app } = stage;
  const now = app.clock.now();
  const imported = await app.db
    .selectFrom('merchant_profile')
    .select(['id', 'phone', 'owner_name as ownerName', 'stall_name as stallName'])
    .where('imported_by', '=', cast.organisationId)
    .where('phone', 'is not', null)
    .orderBy('id')
    .execute();
  const byPhone = await inGroups(app, imported, async (tx, { id, phone, ownerName, stallName }) => {
    const ownerId = await makePerson(tx, { phone: phone as E164, name: ownerName ?? stallName, now });
    mustHave(await claimMerchant(tx, { merchantId: id, personId: ownerId, now }));
    return setUp(tx, stage, { merchantId: id, ownerId }, taking);
  });
  const sheets = (await readClaims(app.db, cast.organisationId, app.ports.secrets)).slice(taking.sheetsKept);
  const bySheet = await inGroups(app, sheets, async (tx, { claimCode, ownerName, stallName }, at) => {
    const ownerId = await makePerson(tx, { phone: taking.phoneOfSheet(at), name: ownerName ?? stallName, now });
    const { secrets } = app.ports;
    const redeemed = await redeemClaim(tx, { typed: claimCode ?? '', personId: ownerId, secrets, now });
    return setUp(tx, stage, { merchantId: mustHave(redeemed).merchantId, ownerId }, taking);
  });
  return [...byPhone, ...bySheet];
}

async function setUp(tx: Tx, { app, dice }: Stage, owned: Owned, { district, papers }: TakingOver): Promise<Owned> {
  const { merchantId, ownerId } = owned;
  const now = app.clock.now();
  const merchant = await readMerchant(tx, merchantId);
  const changes: ProfileChanges = {
    ownerName: merchant?.ownerName ?? 'Contoh',
    district: merchant?.district ?? district,
    category: merchant?.category ?? 'other',
  };
  mustHave(await updateProfile(tx, { merchantId, changes, by: ownerId, now }));
  await setPublishing(tx, { merchantId, personId: ownerId, consent: true, now });
  await openMerchantAccounts(tx, { merchantId, now });
  const open = [{ opens: '09:00', closes: '20:00' }];
  const days = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, windows: weekday === 1 ? [] : open }));
  mustHave(await setHours(tx, { merchantId, days, now }));
  const { secrets } = app.ports;
  for (const [kind, answers] of Object.entries(papers) as [DocumentKind, NonNullable<PaperAnswers[DocumentKind]>][]) {
    const [answer, validUntil = null] = readAnswer(dice.pick(answers));
    mustHave(
      await declareDocument(tx, { merchantId, kind, answer, validUntil, by: ownerId, secrets, demo: true, now }),
    );
  }
  mustHave(await submitMerchant(tx, { merchantId, by: ownerId, now }));
  return owned;
}

/** `until 2027-06-30` is a paper she has, with the end printed on it. */
function readAnswer(answer: DocumentAnswer | `until ${string}`): [DocumentAnswer, string?] {
  return answer.startsWith('until ') ? ['have', answer.slice('until '.length)] : [answer as DocumentAnswer];
}
