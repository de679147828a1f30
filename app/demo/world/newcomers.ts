import { addMember } from '~/domain/identity/add-member.server';
import { INSTALLATION } from '~/domain/identity/identity';
import { addDish } from '~/domain/menus/add-dish.server';
import { decideSection, type SectionVerdict } from '~/domain/merchants/decide-section.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { makeMerchant } from '~/domain/merchants/make-merchant.server';
import type { MerchantCategory } from '~/domain/merchants/merchants';
import type { Section } from '~/domain/merchants/section';
import { submitMerchant } from '~/domain/merchants/submit-merchant.server';
import { updateProfile } from '~/domain/merchants/update-profile.server';
import { checkPayoutAccount } from '~/domain/wallet/check-payout-account.server';
import { proposePayoutAccount } from '~/domain/wallet/propose-payout-account.server';
import { newId, type PersonId } from '~/shared/ids';
import type { Owned } from './owners';
import { demoPhone, makePerson, seatOperator } from './people';
import { at, mustHave, type Stage, type Story } from './stage';

interface Newcomer {
  phone: number;
  stallName: string;
  ownerName: string;
  category: MerchantCategory;
  district: string;
  dish: { name: string; price: number; minutes: number };
  /** Serial 0000 belongs to nobody. */
  nik: string | null;
}

const PEMPEK: Newcomer = {
  phone: 8801,
  stallName: 'Pempek Dempo Contoh',
  ownerName: 'Nur Contoh',
  category: 'fish_cakes',
  district: 'Ilir Barat I',
  dish: { name: 'Pempek lenjer', price: 12_000, minutes: 8 },
  nik: '1671015203850000',
};
const BURGO: Newcomer = {
  phone: 8802,
  stallName: 'Burgo Mak Contoh',
  ownerName: 'Yati Contoh',
  category: 'soups',
  district: 'Seberang Ulu I',
  dish: { name: 'Burgo', price: 10_000, minutes: 5 },
  nik: '1671024507780000',
};
const KOPI: Newcomer = {
  phone: 8803,
  stallName: 'Kopi Ampera Contoh',
  ownerName: 'Rudi Contoh',
  category: 'coffee_tea',
  district: 'Bukitkecil',
  dish: { name: 'Kopi susu', price: 15_000, minutes: 4 },
  nik: null,
};
const MODEL: Newcomer = {
  phone: 8804,
  stallName: 'Model Ikan Contoh',
  ownerName: 'Ida Contoh',
  category: 'fish_cakes',
  district: 'Kemuning',
  dish: { name: 'Model', price: 14_000, minutes: 6 },
  nik: '1671056811900000',
};

/**
 * Merchants who signed up by themselves, so a verifier looks at them: one active that changes her payout account, one
 * section sent back, and some waiting since days, yesterday and this morning.
 */
export async function* newcomers(stage: Stage): Story {
  yield at('2026-11-02', '09:00');
  const verifierId = await seatVerifier(stage);
  const pempek = await signUp(stage, PEMPEK);

  yield at('2026-11-03', '10:30');
  await decide(stage, verifierId, pempek, 'identity');
  await decide(stage, verifierId, pempek, 'business');
  const first = await propose(stage, pempek, { bank: '002', number: '000000000004821' });
  await check(stage, first, verifierId);

  yield at('2026-11-23', '15:20');
  const burgo = await signUp(stage, BURGO);

  yield at('2026-11-25', '09:05');
  const fix = 'Nama di KTP tertulis lengkap. Tulis nama pemilik sama seperti di KTP.';
  await decide(stage, verifierId, burgo, 'identity', { outcome: 'returned', reason: 'owner_name_differs', fix });
  await propose(stage, burgo, { bank: '014', number: '0000007731' });

  yield at('2026-11-27', '08:40');
  await signUp(stage, KOPI);
  // A change needs two people: the operator has looked, the verifier has not.
  const change = await propose(stage, pempek, { bank: '451', number: '0000009146' });
  await check(stage, change, await seatOperator(stage));

  yield at('2026-11-28', '10:10');
  await signUp(stage, MODEL);
  // An active business changed its name: reviewed again, what was decided stands beside it.
  await rename(stage, pempek, 'Pempek Dempo Pak Nur Contoh');
}

async function seatVerifier({ app }: Stage): Promise<PersonId> {
  const now = app.clock.now();
  return app.inTransaction(async (tx) => {
    const personId = await makePerson(tx, { phone: demoPhone(9005), name: 'Dewi Contoh', now });
    const scope = { scopeKind: 'installation', scopeId: INSTALLATION, role: 'verifier' } as const;
    await addMember(tx, { personId, ...scope, createdBy: null, now });
    return personId;
  });
}

async function signUp({ app }: Stage, newcomer: Newcomer): Promise<Owned> {
  const now = app.clock.now();
  const { stallName, ownerName, category, district, dish, nik } = newcomer;
  const phone = demoPhone(newcomer.phone);
  const { secrets } = app.ports;
  return app.inTransaction(async (tx) => {
    const ownerId = await makePerson(tx, { phone, name: ownerName, now });
    const wanted = { merchantId: newId('mrc', now), ownerId, phone, stallName, regionCode: '1671', consent: true };
    const { merchantId } = mustHave(await makeMerchant(tx, { ...wanted, now }));
    const changes = { ownerName, category, district };
    mustHave(await updateProfile(tx, { merchantId, changes, by: ownerId, now }));
    const made = { dishId: newId('dsh', now), merchantId, name: dish.name, price: dish.price, by: ownerId, now };
    mustHave(await addDish(tx, { ...made, makeSeconds: dish.minutes * 60 }));
    const said = { merchantId, by: ownerId, secrets, demo: true, now };
    const identity = nik === null ? { answer: 'in_process' as const } : { answer: 'have' as const, number: nik };
    mustHave(await declareDocument(tx, { ...said, kind: 'ktp', ...identity }));
    mustHave(await declareDocument(tx, { ...said, kind: 'nib', answer: 'in_process' }));
    mustHave(await declareDocument(tx, { ...said, kind: 'halal', answer: 'none_yet' }));
    mustHave(await submitMerchant(tx, { merchantId, by: ownerId, now }));
    return { merchantId, ownerId };
  });
}

async function decide(
  { app }: Stage,
  by: PersonId,
  { merchantId }: Owned,
  section: Section,
  verdict: SectionVerdict = { outcome: 'passed' },
): Promise<void> {
  const now = app.clock.now();
  await app.inTransaction(async (tx) => {
    mustHave(await decideSection(tx, { merchantId, section, revision: 1, verdict, by, now }));
  });
}

async function propose({ app }: Stage, { merchantId, ownerId }: Owned, account: { bank: string; number: string }) {
  const { secrets } = app.ports;
  const proposal = { ...account, holder: 'Contoh', merchantId, by: ownerId, secrets, now: app.clock.now() };
  return app.inTransaction(async (tx) => mustHave(await proposePayoutAccount(tx, proposal)));
}

async function check({ app }: Stage, payoutAccountId: `pac_${string}`, by: PersonId): Promise<void> {
  await app.inTransaction(async (tx) => {
    mustHave(await checkPayoutAccount(tx, { payoutAccountId, by, now: app.clock.now() }));
  });
}

async function rename({ app }: Stage, { merchantId, ownerId }: Owned, stallName: string): Promise<void> {
  const now = app.clock.now();
  await app.inTransaction(async (tx) => {
    mustHave(await updateProfile(tx, { merchantId, changes: { stallName }, by: ownerId, now }));
  });
}
