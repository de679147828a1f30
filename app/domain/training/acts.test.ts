import { expect, it } from 'vitest';
import { addMember } from '~/domain/identity/add-member.server';
import { endMember } from '~/domain/identity/end-member.server';
import { revokeStallPhone } from '~/domain/identity/revoke-stall-phone.server';
import { archiveDish } from '~/domain/menus/archive-dish.server';
import { changeDish } from '~/domain/menus/change-dish.server';
import { setDishCost } from '~/domain/menus/set-dish-cost.server';
import { removeDishPhoto, setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { setFestivalMenu } from '~/domain/menus/set-festival-menu.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { removeDocumentPage } from '~/domain/merchants/remove-document-page.server';
import { setContacts } from '~/domain/merchants/set-contacts.server';
import { setHours } from '~/domain/merchants/set-hours.server';
import { checkPayoutAccount } from '~/domain/wallet/check-payout-account.server';
import { choosePayoutHour } from '~/domain/wallet/choose-payout-hour.server';
import { noteSlipChecked } from '~/domain/wallet/note-slip-checked.server';
import { proposePayoutAccount } from '~/domain/wallet/propose-payout-account.server';
import { recordOutsideSales } from '~/domain/wallet/record-outside-sales.server';
import { refusePayoutAccount, withdrawPayoutAccount } from '~/domain/wallet/refuse-payout-account.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import type { Tx } from '~/platform/app-context';
import type { Photo } from '~/platform/images.server';
import type { DishId, FileId, ParticipationId } from '~/shared/ids';
import type { Result } from '~/shared/result';
import { DAY_MS, dayOf, HOUSE_ZONE } from '~/shared/time';
import { makePerson } from '../../../test/factories/identity';
import { makeDish } from '../../../test/factories/menus';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { makePaperPage } from '../../../test/factories/papers';
import { makeStallPhoneInUse, makeUnpairedPhone } from '../../../test/factories/stall-phones';
import { onBothEngines } from '../../../test/setup/engines';
import { lastMonth } from './acts';
import { readProgressOf } from './read-progress.server';
import { recordProofs } from './record-proofs.server';
import type { LessonSlug } from './training';

const picture = (seed: number, width: number) => ({
  bytes: new Uint8Array([seed, width % 256]),
  contentType: 'image/webp' as const,
  avif: new Uint8Array([seed, 1]),
  width,
  height: 480,
});
const photo = (seed: number, width = 640): Photo => ({
  small: picture(seed, 320),
  large: picture(seed, width),
  colour: '#aa8844',
});

onBothEngines('practices', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    const merchant = await makeActiveMerchant(world);
    const { merchantId, ownerId: by } = merchant;
    const now = world.clock.now();
    const act = async (lesson: LessonSlug, at = now) => {
      const all = await readProgressOf(world.db, { merchantIds: [merchantId], now: at });
      return all.get(merchantId)?.find(({ slug }) => slug === lesson)?.act;
    };
    const needs = async (lesson: LessonSlug, at = now) => (await act(lesson, at))?.gaps.map(({ need }) => need);
    const does = <Value>(verb: (tx: Tx) => Promise<Result<Value, { code: string }>>) =>
      world.inTransaction(verb).then(accepted<Value>);
    const dish = (name: string, more = {}) => makeDish(world, { merchantId, name, by, ...more });
    const change = (dishId: DishId, changes: Parameters<typeof changeDish>[1]['changes']) =>
      world.inTransaction((tx) => changeDish(tx, { dishId, merchantId, changes, by, now })).then(accepted);
    const cost = (dishId: DishId, amount: number, floorPrice: number | null = null) =>
      world.inTransaction((tx) => setDishCost(tx, { dishId, merchantId, cost: amount, floorPrice, by, now }));
    const declare = (kind: 'ktp' | 'nib' | 'halal' | 'hygiene' | 'bank_book', answer: 'have' | 'none_yet', more = {}) =>
      world
        .inTransaction((tx) =>
          declareDocument(tx, { merchantId, kind, answer, by, secrets: world.app.ports.secrets, now, ...more }),
        )
        .then(accepted);
    return { world, merchantId, by, now, phone: merchant.phone, act, does, needs, dish, change, cost, declare };
  };

  it('papers: five answers, "none yet" included, number and photo of the KTP, and undone when one ends or the photo goes', async () => {
    const { world, merchantId, by, does, declare, needs, now } = await begin();
    await declare('nib', 'none_yet');
    await declare('halal', 'none_yet');
    await declare('bank_book', 'have');
    const end = dayOf(now + 3 * DAY_MS, HOUSE_ZONE);
    await declare('hygiene', 'have', { validUntil: end });
    await declare('ktp', 'none_yet');
    expect(await needs('akun-dan-dokumen')).toEqual(['ktp_number', 'ktp_photo']);
    await declare('ktp', 'have', { number: '1671011708450001' });
    expect(await needs('akun-dan-dokumen')).toEqual(['ktp_photo']);
    const first = await makePaperPage(world, { merchantId, ownerId: by, grey: 120 });
    const second = await makePaperPage(world, { merchantId, ownerId: by, grey: 160 });
    expect(await needs('akun-dan-dokumen')).toEqual([]);
    expect(await needs('akun-dan-dokumen', now + 5 * DAY_MS)).toEqual(['paper_ended']);
    const remove = (fileId: FileId) =>
      does((tx) => removeDocumentPage(tx, { merchantId, kind: 'ktp', fileId, by, now }));
    await remove(first);
    expect(await needs('akun-dan-dokumen')).toEqual([]);
    await remove(second);
    expect(await needs('akun-dan-dokumen')).toEqual(['ktp_photo']);
  });

  it('price: a cost below what the price leaves, and undone by a lower price and by a dearer commission', async () => {
    const { world, dish, change, cost, needs } = await begin();
    const id = await dish('Nasi tempong', { price: 20_000 });
    expect(await needs('menu-dan-harga')).toEqual(['cost', 'description']);
    await change(id, { description: 'Nasi, ayam, sambal' });
    accepted(await cost(id, 9_000));
    expect(await needs('menu-dan-harga')).toEqual([]);
    await change(id, { price: 9_000 });
    expect(await needs('menu-dan-harga')).toEqual(['price_under_cost']);
    await change(id, { price: 20_000 });
    await world.inTransaction((tx) =>
      tx
        .insertInto('wallet_rule')
        .values({
          id: 'rul_0000000000000000000000test',
          ...{ kind: 'commission', scope: 'wallet', basis_points: 6_000, fixed_amount: 0 },
          ...{ title_id: 'Uji', title_en: 'Test', source: 'test', valid_from: '2026-06-01', valid_until: null },
          created_at: 1,
        })
        .execute(),
    );
    expect(await needs('menu-dan-harga')).toEqual(['price_under_cost']);
  });

  it('photos: three different ones of her own, and undone when one is taken off', async () => {
    const { world, merchantId, now, dish, needs } = await begin();
    const ids = [await dish('A'), await dish('B'), await dish('C'), await dish('D')];
    const show = (dishId: DishId, shown: Photo) =>
      world.inTransaction((tx) => setDishPhoto(tx, { dishId, merchantId, photo: shown, now })).then(accepted);
    expect(await needs('foto-makanan')).toEqual(['photo', 'photo', 'photo']);
    await show(ids[0]!, photo(1));
    await show(ids[1]!, photo(1));
    await show(ids[2]!, photo(2, 400));
    expect(await needs('foto-makanan')).toEqual(['photo_same', 'photo_small']);
    await show(ids[1]!, photo(3));
    await show(ids[2]!, photo(4));
    expect(await needs('foto-makanan')).toEqual([]);
    accepted(await world.inTransaction((tx) => removeDishPhoto(tx, { dishId: ids[0]!, merchantId, now })));
    expect(await needs('foto-makanan')).toEqual(['photo']);
  });

  it('hygiene: every dish says allergens and halal, and a new dish without an answer undoes it', async () => {
    const { dish, change, needs } = await begin();
    const id = await dish('Rujak');
    expect(await needs('kemasan-dan-kebersihan')).toEqual(['allergens', 'halal']);
    await change(id, { allergenAnswer: 'none', halal: 'not_yet' });
    expect(await needs('kemasan-dan-kebersihan')).toEqual([]);
    await dish('Es dawet', { halal: 'certified' });
    expect(await needs('kemasan-dan-kebersihan')).toEqual(['allergens']);
  });

  it('hours: seven days and her own minutes, and undone by a dish without', async () => {
    const { world, merchantId, by, now, dish, change, needs } = await begin();
    const week = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
      weekday,
      windows: [] as { opens: string; closes: string }[],
    }));
    const open = (days: typeof week) =>
      world.inTransaction((tx) => setHours(tx, { merchantId, days, now })).then(accepted);
    const imported = await makeDish(world, { merchantId, by: null });
    await open(week.slice(0, 5));
    expect(await needs('jam-buka-dan-stok')).toEqual(['hours', 'minutes']);
    await open(week);
    await change(imported, { makeSeconds: 240 });
    expect(await needs('jam-buka-dan-stok')).toEqual(['never_open']);
    await open([{ weekday: 6, windows: [{ opens: '08:00', closes: '14:00' }] }]);
    expect(await needs('jam-buka-dan-stok')).toEqual([]);
    const late = await dish('Model', { makeSeconds: null });
    expect(await needs('jam-buka-dan-stok')).toEqual(['minutes']);
    accepted(await world.inTransaction((tx) => archiveDish(tx, { dishId: late, merchantId, by, now })));
    expect(await needs('jam-buka-dan-stok')).toEqual([]);
  });

  it('promotion: a floor that covers the cost, and undone by a dearer cost', async () => {
    const { dish, cost, needs } = await begin();
    const id = await dish('Soto', { price: 20_000 });
    expect(await needs('promo')).toEqual(['floor']);
    accepted(await cost(id, 9_000, 9_000));
    expect(await needs('promo')).toEqual(['floor_under_cost']);
    accepted(await cost(id, 9_000, 10_000));
    expect(await needs('promo')).toEqual([]);
    accepted(await cost(id, 9_600, 10_000));
    expect(await needs('promo')).toEqual(['floor_under_cost']);
  });

  it('wallet: PIN, payout account and hour; done once it is proposed, and undone when it is withdrawn or refused', async () => {
    const { world, merchantId, by, now, phone, does, needs } = await begin();
    expect(await needs('qris-dan-pencairan')).toEqual(['pin', 'payout_account', 'payout_hour']);
    accepted(await setPin(world.app, { personId: by, phone, pin: '481516' }));
    await world.inTransaction((tx) => choosePayoutHour(tx, { merchantId, hour: 21, by, now }));
    expect(await needs('qris-dan-pencairan')).toEqual(['payout_account']);
    const { secrets } = world.app.ports;
    const propose = (number: string) =>
      does((tx) => proposePayoutAccount(tx, { merchantId, bank: '002', number, holder: 'Siti', by, secrets, now }));
    const payoutAccountId = await propose('012301004567890');
    expect(await needs('qris-dan-pencairan')).toEqual([]);
    await does((tx) => withdrawPayoutAccount(tx, { payoutAccountId, merchantId, by, now }));
    expect(await needs('qris-dan-pencairan')).toEqual(['payout_account']);
    const refused = await propose('012301004567891');
    const { personId: verifierId } = await makePerson(world);
    const verdict = { reason: 'holder_differs', fix: 'Pakai rekening sendiri.', by: verifierId, now } as const;
    await does((tx) => refusePayoutAccount(tx, { payoutAccountId: refused, ...verdict }));
    expect(await needs('qris-dan-pencairan')).toEqual(['payout_account']);
    const inForce = await propose('012301004567892');
    await does((tx) => checkPayoutAccount(tx, { payoutAccountId: inForce, by: verifierId, now }));
    expect(await needs('qris-dan-pencairan')).toEqual([]);
  });

  it("a stall's phone without PIN keeps complaints and safety open until it is set up or taken back", async () => {
    const { world, merchantId, by, now, does, needs } = await begin();
    await does((tx) => setContacts(tx, { merchantId, complaints: by, emergency: '+628100000001', by, now }));
    expect(await needs('keluhan-dan-keamanan')).toEqual([]);
    const { stallPhoneId } = await makeUnpairedPhone(world, { merchantId, madeBy: by });
    expect(await needs('keluhan-dan-keamanan')).toEqual(['cashier_pin']);
    await makeStallPhoneInUse(world, { merchantId, madeBy: by });
    expect(await needs('keluhan-dan-keamanan')).toEqual(['cashier_pin']);
    await does((tx) => revokeStallPhone(tx, { stallPhoneId, merchantId, revokedBy: by, now }));
    expect(await needs('keluhan-dan-keamanan')).toEqual([]);
  });

  it('daily book: last month told and the slip checked by a tap, and undone when a month goes by', async () => {
    const { world, merchantId, by, now, needs } = await begin();
    const today = dayOf(now, HOUSE_ZONE);
    const participationId = 'par_00000000000000000000000001' as ParticipationId;
    const proof = { merchantId, proof: 'slip' as const, sourceId: `${participationId}:2026-11-01` };
    await world.inTransaction((tx) => recordProofs(tx, { proofs: [proof], now }));
    expect(await needs('buku-harian-dan-pajak')).toEqual(['outside_sales', 'slip']);
    const tell = (month: string) =>
      world.inTransaction((tx) => recordOutsideSales(tx, { merchantId, month, amount: 0, today, by, now }));
    expect(await tell(today.slice(0, 7))).toMatchObject({ ok: false, refusal: { code: 'month_not_tellable' } });
    accepted(await tell(lastMonth(today)));
    const slip = { merchantId, participationId, day: '2026-11-01', by, now };
    await world.inTransaction((tx) => noteSlipChecked(tx, slip));
    await world.inTransaction((tx) => noteSlipChecked(tx, { ...slip, now: now + 5 }));
    expect(await needs('buku-harian-dan-pajak')).toEqual([]);
    expect(await needs('buku-harian-dan-pajak', now + 62 * DAY_MS)).toContain('outside_sales');
  });

  it('complaints: a live member and a number, and undone when she leaves', async () => {
    const { world, merchantId, by, now, needs } = await begin();
    const { personId } = await makePerson(world);
    const member = { personId, scopeKind: 'merchant' as const, scopeId: merchantId, role: 'manager' as const };
    const name = () =>
      world.inTransaction((tx) =>
        setContacts(tx, { merchantId, complaints: personId, emergency: '+628100000001', by, now }),
      );
    expect(await name()).toEqual({ ok: false, refusal: { code: 'contact_not_member' } });
    expect(await needs('keluhan-dan-keamanan')).toEqual(['complaints', 'emergency']);
    await world.inTransaction((tx) => addMember(tx, { ...member, createdBy: by, now }));
    accepted(await name());
    expect(await needs('keluhan-dan-keamanan')).toEqual([]);
    accepted(await world.inTransaction((tx) => endMember(tx, { ...member, endedBy: by, now })));
    expect(await needs('keluhan-dan-keamanan')).toEqual(['complaints']);
  });

  it('festival menu: three to eight ready dishes, and undone when one is archived', async () => {
    const { world, merchantId, by, now, dish, cost, needs } = await begin();
    const ready = { halal: 'not_yet' as const, allergenAnswer: 'none' as const };
    const ids = [await dish('A', ready), await dish('B', ready), await dish('C', ready)];
    const put = (dishIds: DishId[]) =>
      world.inTransaction((tx) => setFestivalMenu(tx, { merchantId, dishIds, by, now }));
    expect(await put(ids.slice(1))).toMatchObject({ refusal: { code: 'festival_menu_size', count: 2 } });
    const other = await makeActiveMerchant(world);
    const foreign = await makeDish(world, { merchantId: other.merchantId });
    expect(await put([ids[0]!, ids[1]!, foreign])).toEqual({ ok: false, refusal: { code: 'dish_gone' } });
    accepted(await put(ids));
    expect(await needs('stan-di-festival')).toEqual(['set_dish', 'set_dish', 'set_dish']);
    for (const id of ids) accepted(await cost(id, 4_000));
    expect(await needs('stan-di-festival')).toEqual([]);
    accepted(await world.inTransaction((tx) => archiveDish(tx, { dishId: ids[0]!, merchantId, by, now })));
    expect(await needs('stan-di-festival')).toEqual(['set_few']);
  });

  it('two tabs that put the festival menu together at once leave one of the two, never a mixture', async () => {
    const { world, merchantId, by, now, dish } = await begin();
    const ids: DishId[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) ids.push(await dish(name));
    const put = (dishIds: DishId[]) =>
      world.inTransaction((tx) => setFestivalMenu(tx, { merchantId, dishIds, by, now })).then(accepted);
    await Promise.all([0, 1, 2, 3].map((i) => put(i % 2 === 0 ? ids.slice(0, 3) : ids.slice(3))));
    const kept = await world.db.selectFrom('menu_set_dish').select('dish_id').execute();
    expect([ids.slice(0, 3), ids.slice(3)].map((set) => [...set].sort())).toContainEqual(
      kept.map((row) => row.dish_id).sort(),
    );
  });

  it('a floor above her own price is refused, and so is the cost of a dish that is not hers', async () => {
    const { world, dish, cost, by, now } = await begin();
    const id = await dish('Soto', { price: 10_000 });
    expect(await cost(id, 5_000, 10_001)).toEqual({ ok: false, refusal: { code: 'floor_above_price', price: 10_000 } });
    const other = await makeActiveMerchant(world);
    const foreign = { dishId: id, merchantId: other.merchantId, cost: 1_000, floorPrice: null, by, now };
    expect(await world.inTransaction((tx) => setDishCost(tx, foreign))).toMatchObject({
      refusal: { code: 'dish_gone' },
    });
  });
});
