import { expect, it } from 'vitest';
import { addMember } from '~/domain/identity/add-member.server';
import { findOrMakePersonByPhone } from '~/domain/identity/find-or-make-person.server';
import { readMemberships } from '~/domain/identity/read-memberships.server';
import type { PersonId } from '~/shared/ids';
import { accepted, nextPhone } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { openBusiness } from './open-business.server';
import { readMerchant, readPublicMerchant } from './read-merchant.server';
import { readSignUp } from './read-sign-up.server';
import { clearSignUpAnswers, saveSignUpAnswers } from './save-sign-up-answers.server';
import { setPublishing } from './set-publishing.server';

const makePerson = (world: World) => {
  const phone = nextPhone();
  return world.inTransaction((tx) => findOrMakePersonByPhone(tx, { phone, now: world.clock.now() }));
};

onBothEngines('sign-up', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    return { world, now: world.clock.now(), personId: await makePerson(world) };
  };
  const open = (
    world: World,
    personId: PersonId,
    more: { consent?: boolean; stallName?: string; regionCode?: string } = {},
  ) =>
    world.inTransaction((tx) =>
      openBusiness(tx, {
        personId,
        phone: null,
        stallName: 'Pempek Cek Siti',
        regionCode: '1671',
        consent: true,
        now: world.clock.now(),
        ...more,
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
      typed: { stallName: 'Pempek Cek Siti', city: 'palem', dishPrice: '15rb-20rb' },
      merchantId: null,
      savedAt: now + 5,
    });
    expect((await readSignUp(world.db, await makePerson(world))).typed).toEqual({});
    await world.inTransaction((tx) => clearSignUpAnswers(tx, { personId }));
    expect((await readSignUp(world.db, personId)).savedAt).toBeNull();
  });

  it('after five inputs the business has an owner and a public page', async () => {
    const { world, personId } = await begin();
    const { merchantId } = accepted(await open(world, personId));
    expect(await readMemberships(world.db, personId)).toEqual([
      { scopeKind: 'merchant', scopeId: merchantId, role: 'owner' },
    ]);
    expect(await readPublicMerchant(world.db, 'pempek-cek-siti')).toMatchObject({
      id: merchantId,
      state: 'draft',
      regionCode: '1671',
    });
    expect((await readSignUp(world.db, personId)).merchantId).toBe(merchantId);
  });

  it('the second screen sent again corrects the same business', async () => {
    const { world, personId } = await begin();
    const first = accepted(await open(world, personId));
    const again = accepted(await open(world, personId, { stallName: 'Pempek Siti', regionCode: '3510' }));
    expect(again).toEqual(first);
    expect(await readMerchant(world.db, first.merchantId)).toMatchObject({
      stallName: 'Pempek Siti',
      regionCode: '3510',
      slug: 'pempek-cek-siti',
    });
  });

  it('tapping twenty times at once makes one business', async () => {
    const { world, personId } = await begin();
    const opened = await Promise.all(Array.from({ length: 20 }, () => open(world, personId)));
    expect(new Set(opened.map((each) => accepted(each).merchantId)).size).toBe(1);
    expect(await world.db.selectFrom('merchant_profile').select('id').execute()).toHaveLength(1);
  });

  it('two businesses of one name get two addresses', async () => {
    const { world, personId } = await begin();
    await open(world, personId);
    const other = accepted(await open(world, await makePerson(world)));
    const slug = (await readMerchant(world.db, other.merchantId))?.slug;
    expect(slug).toMatch(/^pempek-cek-siti-[0-9a-z]{5}$/);
  });

  it('without consent nothing is public, and a later no takes the page away at once', async () => {
    const { world, now, personId } = await begin();
    const { merchantId } = accepted(await open(world, personId, { consent: false }));
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
    const topic = await world.db
      .selectFrom('platform_topic')
      .selectAll()
      .where('topic', '=', `merchant:${merchantId}`)
      .executeTakeFirst();
    expect(topic?.version).toBe(2);
  });

  it('of two owners one "no" takes the page away, whoever said yes', async () => {
    const { world, now, personId } = await begin();
    const { merchantId } = accepted(await open(world, personId));
    const other = await makePerson(world);
    const asOwner = { scopeKind: 'merchant', scopeId: merchantId, role: 'owner', createdBy: null } as const;
    await world.inTransaction((tx) => addMember(tx, { personId: other, ...asOwner, now }));
    const isShown = async () => (await readPublicMerchant(world.db, 'pempek-cek-siti')) !== null;
    expect(await isShown()).toBe(true);
    await world.inTransaction((tx) => setPublishing(tx, { merchantId, personId: other, consent: false, now }));
    expect(await isShown()).toBe(false);
    await world.inTransaction((tx) => setPublishing(tx, { merchantId, personId: other, consent: true, now }));
    expect(await isShown()).toBe(true);
  });

  it('a place that is in no list is refused', async () => {
    const { world, personId } = await begin();
    expect(await open(world, personId, { regionCode: '9999' })).toEqual({
      ok: false,
      refusal: { code: 'region_unknown', typed: '9999' },
    });
    expect(await readSignUp(world.db, personId)).toMatchObject({ merchantId: null });
  });
});
