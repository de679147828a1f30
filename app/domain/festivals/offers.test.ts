import { expect, it } from 'vitest';
import {
  announceLineUp,
  type MadeApplicant,
  makeRunningFestival,
  openOfferOf,
} from '../../../test/factories/festivals';
import { onBothEngines } from '../../../test/setup/engines';
import { changeMerchantState } from '../merchants/change-merchant-state.server';
import { setPublishing } from '../merchants/set-publishing.server';
import { acceptOffer } from './accept-offer.server';
import { changeFestivalState } from './change-festival-state.server';
import { declineOffer } from './decline-offer.server';
import { expireOffer } from './expire-offer.server';
import { readLineUp } from './read-line-up.server';
import { readMerchantApplication } from './read-own-application.server';
import { remindOffer } from './remind-offer.server';
import { withdrawApplication } from './withdraw-application.server';

const HOUR = 3_600_000;

onBothEngines('offers', (engine) => {
  it('one tap makes a participant whom the public line-up shows, and has her stall prepared', async () => {
    const world = await engine.world();
    const {
      festival,
      made: [a],
    } = await announceLineUp(world, { chosen: [{}], reserve: [] });
    const offer = await openOfferOf(world, a!);
    expect((await readLineUp(world.db, { slug: festival.slug }))?.stalls).toEqual([]);
    const accepted = await world.inTransaction((tx) =>
      acceptOffer(tx, { offerId: offer.id, merchantId: a!.merchantId, by: a!.ownerId, now: world.clock.now() }),
    );
    expect(accepted).toMatchObject({ ok: true, value: { booth: 1 } });
    expect((await readLineUp(world.db, { slug: festival.slug }))?.stalls).toMatchObject([
      { booth: 1, stallName: 'Lapak 0' },
    ]);
    const prepared = await world.db
      .selectFrom('platform_outbox')
      .select('payload')
      .where('kind', '=', 'stalls.prepare')
      .execute();
    expect(prepared.map(({ payload }) => JSON.parse(payload))).toEqual([
      { participationId: accepted.ok && accepted.value.participationId },
    ]);
  });

  it('of fifty taps on one offer exactly one counts', async () => {
    const world = await engine.world();
    const {
      made: [a],
    } = await announceLineUp(world, { chosen: [{}], reserve: [] });
    const offer = await openOfferOf(world, a!);
    const answer = { offerId: offer.id, merchantId: a!.merchantId, by: a!.ownerId, now: world.clock.now() };
    const taps = await Promise.all(
      Array.from({ length: 50 }, () => world.inTransaction((tx) => acceptOffer(tx, answer))),
    );
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1);
    expect(taps.filter((tap) => !tap.ok && tap.refusal.code === 'offer_answered')).toHaveLength(49);
    expect(await world.db.selectFrom('festival_participation').select('id').execute()).toHaveLength(1);
  });

  it('control: without the guard in the statement fifty taps would all count', async () => {
    const world = await engine.world();
    const {
      made: [a],
    } = await announceLineUp(world, { chosen: [{}], reserve: [] });
    const offer = await openOfferOf(world, a!);
    const unguarded = () =>
      world.inTransaction((tx) =>
        tx.updateTable('festival_offer').set({ outcome: 'accepted' }).where('id', '=', offer.id).executeTakeFirst(),
      );
    const taps = await Promise.all(Array.from({ length: 50 }, unguarded));
    expect(taps.filter(({ numUpdatedRows }) => numUpdatedRows === 1n).length).toBeGreaterThan(1);
  });

  it('accepting and expiring at the deadline never both count', async () => {
    const world = await engine.world();
    const {
      made: [a],
    } = await announceLineUp(world, { chosen: [{}], reserve: [] });
    const offer = await openOfferOf(world, a!);
    const at = offer.expires_at;
    const early = world.inTransaction((tx) =>
      acceptOffer(tx, { offerId: offer.id, merchantId: a!.merchantId, by: null, now: at - 1 }),
    );
    const late = world.inTransaction((tx) => expireOffer(tx, { offerId: offer.id, now: at }));
    const [accepted, expired] = await Promise.all([early, late]);
    expect([accepted.ok, expired.ok && expired.value !== null].filter(Boolean)).toHaveLength(1);
  });

  it('the deadline counts, not the worker: a late yes is refused and told where the booth goes', async () => {
    const world = await engine.world();
    const {
      made: [a, b],
    } = await announceLineUp(world, { chosen: [{}], reserve: [{}] });
    const offer = await openOfferOf(world, a!);
    const yes = () =>
      world.inTransaction((tx) =>
        acceptOffer(tx, { offerId: offer.id, merchantId: a!.merchantId, by: null, now: offer.expires_at }),
      );
    expect(await yes()).toMatchObject({ refusal: { code: 'offer_expired', booth: 1, nextTold: 'no' } });
    await world.inTransaction((tx) => expireOffer(tx, { offerId: offer.id, now: offer.expires_at }));
    expect(await yes()).toMatchObject({ refusal: { code: 'offer_expired', nextTold: 'yes' } });
    expect(await openOfferOf(world, b!)).toMatchObject({
      booth_id: offer.booth_id,
      expires_at: offer.expires_at + 48 * HOUR,
    });
  });

  it('a suspended business, and one whose consent was withdrawn, cannot take the place; the offer stays open', async () => {
    const world = await engine.world();
    const {
      made: [a, b],
    } = await announceLineUp(world, { chosen: [{}, {}], reserve: [] });
    const now = world.clock.now();
    const take = async ({ merchantId, ownerId: by, ...one }: MadeApplicant) => {
      const { id: offerId } = await openOfferOf(world, { merchantId, ownerId: by, ...one });
      return world.inTransaction((tx) => acceptOffer(tx, { offerId, merchantId, by, now }));
    };
    const suspension = { merchantId: a!.merchantId, to: 'suspended', by: null, why: 'uji', now } as const;
    await world.inTransaction((tx) => changeMerchantState(tx, suspension));
    expect(await take(a!)).toEqual({ ok: false, refusal: { code: 'merchant_stopped', state: 'suspended' } });
    const publishing = { merchantId: b!.merchantId, personId: b!.ownerId, now };
    await world.inTransaction((tx) => setPublishing(tx, { ...publishing, consent: false }));
    expect(await take(b!)).toEqual({ ok: false, refusal: { code: 'merchant_hidden' } });
    await world.inTransaction((tx) => setPublishing(tx, { ...publishing, consent: true }));
    expect(await take(b!)).toMatchObject({ ok: true, value: { booth: 2 } });
  });

  it('does not expire early, and expires once', async () => {
    const world = await engine.world();
    const {
      made: [a],
    } = await announceLineUp(world, { chosen: [{}], reserve: [] });
    const { id: offerId, expires_at } = await openOfferOf(world, a!);
    const expire = (now: number) => world.inTransaction((tx) => expireOffer(tx, { offerId, now }));
    expect(await expire(expires_at - 1)).toEqual({ ok: true, value: null });
    expect(await expire(expires_at)).toEqual({ ok: true, value: { to: null, because: 'list_empty' } });
    expect(await expire(expires_at)).toEqual({ ok: true, value: null });
  });

  it('nobody is offered a booth within twelve hours of load-in', async () => {
    const world = await engine.world();
    const {
      festival,
      made: [a],
    } = await announceLineUp(world, { chosen: [{}], reserve: [{}] });
    const { id: offerId } = await openOfferOf(world, a!);
    const { load_in_at } = await world.db
      .selectFrom('festival_edition')
      .select('load_in_at')
      .where('id', '=', festival.festivalId)
      .executeTakeFirstOrThrow();
    const gone = await world.inTransaction((tx) => expireOffer(tx, { offerId, now: load_in_at - 12 * HOUR }));
    expect(gone).toEqual({ ok: true, value: { to: null, because: 'too_late' } });
  });

  it("another merchant's offer is refused", async () => {
    const world = await engine.world();
    const {
      made: [a, b],
    } = await announceLineUp(world, { chosen: [{}], reserve: [{}] });
    const { id: offerId } = await openOfferOf(world, a!);
    const answer = { offerId, merchantId: b!.merchantId, by: null, now: world.clock.now() };
    expect(await world.inTransaction((tx) => acceptOffer(tx, answer))).toMatchObject({
      refusal: { code: 'offer_not_yours' },
    });
    expect(await world.inTransaction((tx) => declineOffer(tx, answer))).toMatchObject({
      refusal: { code: 'offer_not_yours' },
    });
  });

  it('reminds of an open offer and leaves an answered one in peace', async () => {
    const world = await engine.world();
    const {
      made: [a],
    } = await announceLineUp(world, { chosen: [{}], reserve: [] });
    const { id: offerId, expires_at } = await openOfferOf(world, a!);
    const due = await world.db
      .selectFrom('platform_outbox')
      .select('due_at')
      .where('kind', '=', 'festivals.remind_offer')
      .orderBy('due_at')
      .execute();
    expect(due.map(({ due_at }) => (expires_at - due_at) / HOUR)).toEqual([24, 4]);
    const remind = () => world.inTransaction((tx) => remindOffer(tx, { offerId, now: world.clock.now() }));
    expect(await remind()).toEqual({ ok: true, value: 'told' });
    await world.inTransaction((tx) =>
      acceptOffer(tx, { offerId, merchantId: a!.merchantId, by: null, now: world.clock.now() }),
    );
    expect(await remind()).toEqual({ ok: true, value: 'nothing' });
  });

  it('withdrawing after yes frees the booth for the next, ends the stall, and leaves the line-up', async () => {
    const world = await engine.world();
    const {
      festival,
      made: [a, b],
    } = await announceLineUp(world, { chosen: [{}], reserve: [{}] });
    const { id: offerId } = await openOfferOf(world, a!);
    const now = world.clock.now();
    await world.inTransaction((tx) => acceptOffer(tx, { offerId, merchantId: a!.merchantId, by: null, now }));
    const withdraw = () =>
      world.inTransaction((tx) => withdrawApplication(tx, { applicationId: a!.applicationId, by: a!.ownerId, now }));
    expect(await withdraw()).toMatchObject({ ok: true });
    expect((await readLineUp(world.db, { slug: festival.slug }))?.stalls).toEqual([]);
    expect(await openOfferOf(world, b!)).toBeTruthy();
    expect(
      await world.db.selectFrom('platform_outbox').select('id').where('kind', '=', 'stalls.end').execute(),
    ).toHaveLength(1);
    expect(await withdraw()).toMatchObject({ refusal: { code: 'application_ended' } });
  });

  it('on the days of the festival a participant does not just leave', async () => {
    const world = await engine.world();
    const {
      stalls: [stall],
    } = await makeRunningFestival(world);
    const refused = await world.inTransaction((tx) =>
      withdrawApplication(tx, { applicationId: stall!.applicationId, by: null, now: world.clock.now() }),
    );
    expect(refused).toMatchObject({ refusal: { code: 'festival_running' } });
  });

  it('who took part in a festival that is over has taken part', async () => {
    const world = await engine.world();
    const {
      stalls: [stall],
      festivalId,
      slug,
    } = await makeRunningFestival(world);
    const now = world.clock.now();
    await world.inTransaction((tx) => changeFestivalState(tx, { festivalId, to: 'finished', by: null, now }));
    const left = await world.inTransaction((tx) =>
      withdrawApplication(tx, { applicationId: stall!.applicationId, by: null, now }),
    );
    expect(left).toMatchObject({ refusal: { code: 'application_ended' } });
    expect((await readLineUp(world.db, { slug }))?.stalls).toHaveLength(1);
  });

  it('cancelling closes open offers and tells everybody whose plans hang on it', async () => {
    const world = await engine.world();
    const { festival, made } = await announceLineUp(world, { chosen: [{}], reserve: [{}] });
    const { id: offerId } = await openOfferOf(world, made[0]!);
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      changeFestivalState(tx, {
        festivalId: festival.festivalId,
        to: 'cancelled',
        why: 'tempat dipakai acara lain',
        by: festival.organiserId,
        now,
      }),
    );
    const sent = await world.db
      .selectFrom('platform_outbox')
      .select('payload')
      .where('kind', '=', 'message.send')
      .execute();
    expect(
      sent.map(({ payload }) => JSON.parse(payload)).filter(({ template }) => template === 'festival_cancelled'),
    ).toHaveLength(2);
    expect(
      await world.inTransaction((tx) => acceptOffer(tx, { offerId, merchantId: made[0]!.merchantId, by: null, now })),
    ).toMatchObject({ refusal: { code: 'festival_ended' } });
    const own = await readMerchantApplication(world.db, { merchantId: made[0]!.merchantId, slug: festival.slug, now });
    expect(own?.offer?.outcome).toBe('revoked');
  });
});
