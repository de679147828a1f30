import { expect, it } from 'vitest';
import { makeActiveMerchant, nextPhone, valueOf } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { findOrMakePersonByPhone } from '~/domain/identity/find-or-make-person.server';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import { type MerchantId, newId, type PersonId } from '~/shared/ids';
import { changeMerchantState } from './change-merchant-state.server';
import { MERCHANT_MOVES, MERCHANT_STATES, type MerchantState } from './merchants';
import { openBusiness } from './open-business.server';
import { readHours } from './read-hours.server';
import { readMerchant, readMerchants, readMerchantState, readPublicMerchant } from './read-merchant.server';
import { readSignUp } from './read-sign-up.server';
import { clearSignUpAnswers, saveSignUpAnswers } from './save-sign-up-answers.server';
import { setHours } from './set-hours.server';
import { setPublishing } from './set-publishing.server';
import { submitMerchant } from './submit-merchant.server';
import { updateProfile } from './update-profile.server';

const makePerson = (world: World) => {
  const phone = nextPhone();
  return world.inTransaction((tx) => findOrMakePersonByPhone(tx, { phone, now: world.clock.now() }));
};

onBothEngines('sign-up', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    return { world, now: world.clock.now(), personId: await makePerson(world) };
  };
  const open = (world: World, personId: PersonId, more: { consent?: boolean; stallName?: string; regionCode?: string } = {}) =>
    world.inTransaction((tx) =>
      openBusiness(tx, {
        personId, phone: null, stallName: 'Pempek Cek Siti', regionCode: '1671', consent: true, now: world.clock.now(), ...more,
      }),
    );

  it('what was typed on one phone is there on another, raw and unchecked', async () => {
    const { world, now, personId } = await begin();
    const save = (answers: Parameters<typeof saveSignUpAnswers>[1]['answers'], at: number) =>
      world.inTransaction((tx) => saveSignUpAnswers(tx, { personId, answers, now: at }));
    await save({ stallName: 'Pempek', dishPrice: '15rb-20rb' }, now);
    await save({ stallName: 'Pempek Cek Siti', city: 'palem' }, now + 5);
    const draft = await readSignUp(world.db, personId);
    expect(draft).toEqual({
      typed: { stallName: 'Pempek Cek Siti', city: 'palem', dishPrice: '15rb-20rb' }, merchantId: null, savedAt: now + 5,
    });
    expect((await readSignUp(world.db, await makePerson(world))).typed).toEqual({});
    await world.inTransaction((tx) => clearSignUpAnswers(tx, { personId }));
    expect((await readSignUp(world.db, personId)).savedAt).toBeNull();
  });

  it('after five inputs the business has an owner and a public page', async () => {
    const { world, personId } = await begin();
    const { merchantId } = valueOf(await open(world, personId));
    expect(await readMemberships(world.db, personId)).toEqual([{ scopeKind: 'merchant', scopeId: merchantId, role: 'owner' }]);
    expect(await readPublicMerchant(world.db, 'pempek-cek-siti')).toMatchObject({ id: merchantId, state: 'draft', regionCode: '1671' });
    expect((await readSignUp(world.db, personId)).merchantId).toBe(merchantId);
  });

  it('the second screen sent again corrects the same business', async () => {
    const { world, personId } = await begin();
    const first = valueOf(await open(world, personId));
    const again = valueOf(await open(world, personId, { stallName: 'Pempek Siti', regionCode: '3510' }));
    expect(again).toEqual(first);
    expect(await readMerchant(world.db, first.merchantId)).toMatchObject({ stallName: 'Pempek Siti', regionCode: '3510', slug: 'pempek-cek-siti' });
  });

  it('tapping twenty times at once makes one business', async () => {
    const { world, personId } = await begin();
    const opened = await Promise.all(Array.from({ length: 20 }, () => open(world, personId)));
    expect(new Set(opened.map((each) => valueOf(each).merchantId)).size).toBe(1);
    expect(await world.db.selectFrom('merchant_profile').select('id').execute()).toHaveLength(1);
  });

  it('two businesses of one name get two addresses', async () => {
    const { world, personId } = await begin();
    await open(world, personId);
    const other = valueOf(await open(world, await makePerson(world)));
    const slug = (await readMerchant(world.db, other.merchantId))?.slug;
    expect(slug).toMatch(/^pempek-cek-siti-[0-9a-z]{5}$/);
  });

  it('without consent nothing is public, and a later no takes the page away at once', async () => {
    const { world, now, personId } = await begin();
    const { merchantId } = valueOf(await open(world, personId, { consent: false }));
    const publish = (consent: boolean) =>
      world.inTransaction((tx) => setPublishing(tx, { merchantId, personId, consent, now }));
    const isShown = async () => (await readPublicMerchant(world.db, 'pempek-cek-siti')) !== null;
    expect(await isShown()).toBe(false);
    await publish(true);
    expect(await isShown()).toBe(true);
    await publish(true);
    await publish(false);
    expect(await isShown()).toBe(false);
    const consents = await world.db.selectFrom('identity_consent').selectAll().execute();
    expect(consents).toHaveLength(1);
    expect(consents[0]).toMatchObject({ subject_id: merchantId, purpose: 'publish', withdrawn_at: now });
    expect(consents[0]?.notice_sha256).toMatch(/^[0-9a-f]{64}$/);
    const topic = await world.db.selectFrom('platform_topic').selectAll().where('topic', '=', `merchant:${merchantId}`).executeTakeFirst();
    expect(topic?.version).toBe(2);
  });

  it('a place that is in no list is refused', async () => {
    const { world, personId } = await begin();
    expect(await open(world, personId, { regionCode: '9999' })).toEqual({ ok: false, refusal: { code: 'region_unknown', typed: '9999' } });
    expect(await readSignUp(world.db, personId)).toMatchObject({ merchantId: null });
  });
});

onBothEngines('business profile', (engine) => {
  it('changes only what is given and keeps the code with its edition', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const change = (changes: Parameters<typeof updateProfile>[1]['changes']) =>
      world.inTransaction((tx) => updateProfile(tx, { merchantId, changes, by: ownerId, now: world.clock.now() }));
    valueOf(await change({ kbli: { edition: '2020', code: '56104' }, womanOwned: 'yes', yearlySales: 90_000_000, story: 'Sejak 1998' }));
    valueOf(await change({ story: null }));
    expect(await readMerchant(world.db, merchantId)).toMatchObject({
      kbli: { edition: '2020', code: '56104' }, womanOwned: 'yes', yearlySales: 90_000_000, story: null, ownerName: 'Siti',
    });
    expect(await change({ kbli: { edition: '2025', code: '56104' } })).toEqual({
      ok: false, refusal: { code: 'kbli_unknown', edition: '2025', number: '56104' },
    });
    expect(await change({ regionCode: '0000' })).toEqual({ ok: false, refusal: { code: 'region_unknown', typed: '0000' } });
  });

  it('a closed business is not changed any more', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const now = world.clock.now();
    valueOf(await world.inTransaction((tx) => changeMerchantState(tx, { merchantId, to: 'closed', by: ownerId, why: 'owner', now })));
    const changed = await world.inTransaction((tx) => updateProfile(tx, { merchantId, changes: { story: 'x' }, by: ownerId, now }));
    expect(changed).toEqual({ ok: false, refusal: { code: 'merchant_closed' } });
  });

  it('several are read at once, and nobody as null', async () => {
    const world = await engine.world();
    const [a, b] = [await makeActiveMerchant(world), await makeActiveMerchant(world)];
    const read = await readMerchants(world.db, [a.merchantId, b.merchantId, newId('mrc')]);
    expect(read.map((merchant) => merchant.id).sort()).toEqual([a.merchantId, b.merchantId].sort());
    expect(await readMerchant(world.db, newId('mrc'))).toBeNull();
    expect(await readMerchantState(world.db, newId('mrc'))).toBeNull();
  });
});

onBothEngines('life cycle', (engine) => {
  it('a complete profile becomes active at once, and who, when and why are kept', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const rows = await world.db.selectFrom('merchant_state_change').selectAll().where('merchant_id', '=', merchantId).orderBy('id').execute();
    expect(rows.map(({ from_state, to_state, by_person_id }) => [from_state, to_state, by_person_id])).toEqual([
      ['draft', 'submitted', ownerId], ['submitted', 'active', null],
    ]);
    expect(rows.every((row) => row.why !== '' && row.at === world.clock.now())).toBe(true);
    expect((await readMerchant(world.db, merchantId))?.submittedAt).toBe(world.clock.now());
  });

  it('an incomplete profile comes back with everything that is missing', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'draft', consent: false });
    const submitted = await world.inTransaction((tx) => submitMerchant(tx, { merchantId, by: ownerId, now: 1 }));
    expect(submitted).toEqual({
      ok: false, refusal: { code: 'profile_incomplete', missing: ['owner_name', 'category', 'district', 'consent'] },
    });
    expect(await readMerchantState(world.db, merchantId)).toBe('draft');
  });

  it('every move outside the graph is refused, every move inside it happens', async () => {
    const world = await engine.world();
    const { merchantId } = await makeActiveMerchant(world);
    const setState = (state: MerchantState) =>
      world.inTransaction((tx) => tx.updateTable('merchant_profile').set({ state }).where('id', '=', merchantId).execute());
    for (const from of MERCHANT_STATES) {
      for (const to of MERCHANT_STATES) {
        await setState(from);
        const moved = await world.inTransaction((tx) => changeMerchantState(tx, { merchantId, to, by: null, why: 'test', now: 1 }));
        const allowed = MERCHANT_MOVES[from].includes(to);
        expect(moved, `${from} -> ${to}`).toEqual(
          allowed ? { ok: true, value: undefined } : { ok: false, refusal: { code: 'merchant_moved', state: from, to } },
        );
        expect(await readMerchantState(world.db, merchantId)).toBe(allowed ? to : from);
      }
    }
  });

  it('of ten taps on "Tutup sementara" one moves the business and leaves one row', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const moved = await Promise.all(
      Array.from({ length: 10 }, () =>
        world.inTransaction((tx) => changeMerchantState(tx, { merchantId, to: 'paused', by: ownerId, why: 'owner', now: 1 })),
      ),
    );
    expect(moved.filter((each) => each.ok)).toHaveLength(1);
    const rows = await world.db.selectFrom('merchant_state_change').selectAll().where('to_state', '=', 'paused').execute();
    expect(rows).toHaveLength(1);
  });

  it('an owner opens what she paused, and cannot lift a suspension', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const move = (to: MerchantState, from?: MerchantState) =>
      world.inTransaction((tx) => changeMerchantState(tx, { merchantId, from, to, by: ownerId, why: 'owner', now: 1 }));
    valueOf(await move('paused', 'active'));
    valueOf(await move('active', 'paused'));
    valueOf(await move('suspended'));
    expect(await move('active', 'paused')).toEqual({
      ok: false, refusal: { code: 'merchant_moved', state: 'suspended', to: 'active' },
    });
  });

  it('a suspended or closed business has no public page', async () => {
    const world = await engine.world();
    const { merchantId, slug } = await makeActiveMerchant(world);
    const move = (to: MerchantState) =>
      world.inTransaction((tx) => changeMerchantState(tx, { merchantId, to, by: null, why: 'operator', now: 1 }));
    expect(await readPublicMerchant(world.db, slug)).not.toBeNull();
    await move('paused');
    expect(await readPublicMerchant(world.db, slug)).not.toBeNull();
    await move('suspended');
    expect(await readPublicMerchant(world.db, slug)).toBeNull();
    await move('closed');
    expect(await readPublicMerchant(world.db, slug)).toBeNull();
  });
});

onBothEngines('opening hours', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    const { merchantId } = await makeActiveMerchant(world);
    const set = (days: Parameters<typeof setHours>[1]['days']) =>
      world.inTransaction((tx) => setHours(tx, { merchantId: merchantId as MerchantId, days, now: 1 }));
    return { set, read: () => readHours(world.db, merchantId) };
  };

  it('keeps closed days apart from days nobody answered, and two openings a day', async () => {
    const { set, read } = await begin();
    const monday = { weekday: 1, windows: [{ opens: '06:00', closes: '10:00' }, { opens: '17:00', closes: '01:00' }] };
    valueOf(await set([monday, { weekday: 0, windows: [] }]));
    expect(await read()).toEqual([{ weekday: 0, windows: [] }, monday]);
    valueOf(await set([{ weekday: 1, windows: [] }]));
    expect(await read()).toEqual([{ weekday: 0, windows: [] }, { weekday: 1, windows: [] }]);
    valueOf(await set([]));
  });

  it('refuses openings that overlap or last no time', async () => {
    const { set, read } = await begin();
    expect(await set([{ weekday: 2, windows: [{ opens: '08:00', closes: '08:00' }] }])).toEqual({
      ok: false, refusal: { code: 'hours_empty_window', weekday: 2 },
    });
    expect(await set([{ weekday: 3, windows: [{ opens: '08:00', closes: '12:00' }, { opens: '11:00', closes: '13:00' }] }])).toEqual({
      ok: false, refusal: { code: 'hours_overlap', weekday: 3 },
    });
    expect(await set([{ weekday: 3, windows: [{ opens: '17:00', closes: '01:00' }, { opens: '18:00', closes: '20:00' }] }])).toMatchObject({ ok: false });
    expect(await read()).toEqual([]);
  });
});
