import { expect, it } from 'vitest';
import { endMember } from '~/domain/identity/end-member.server';
import { giveConsent } from '~/domain/identity/give-consent.server';
import { hasConsent } from '~/domain/identity/has-consent.server';
import { isPublic } from '~/domain/merchants/read-merchant.server';
import { sendMessage } from '~/platform/message.server';
import type { PersonId } from '~/shared/ids';
import { drainOutbox } from '~/worker/run-worker.server';
import { makePerson } from '../../../test/factories/identity';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';
import { askRestriction, liftRestriction } from './ask-restriction.server';
import { readConsents } from './read-consents.server';
import { readOwnRequests } from './read-requests.server';
import { setConsent } from './set-consent.server';

onBothEngines('consent', (engine) => {
  it('about a business and about herself stands with version, hash and every time it was given', async () => {
    const world = await engine.world();
    const { ownerId: personId, merchantId } = await makeActiveMerchant(world, { stallName: 'Warung Rini' });
    const set = (purpose: 'publish' | 'festival_messages', subjectId: string, consent: boolean) =>
      world.inTransaction((tx) =>
        setConsent(tx, { personId, purpose, subjectId, isOwner: true, consent, now: world.clock.now() }),
      );
    await set('publish', merchantId, false);
    expect(await isPublic(world.db, merchantId)).toBe(false);
    world.clock.advance(1_000);
    await set('publish', merchantId, true);
    await set('festival_messages', personId, true);
    await set('festival_messages', personId, true);
    const consents = await readConsents(world.db, personId);
    expect(
      consents.map(({ purpose, about, given }) => [purpose, about, given.map((each) => each.withdrawnAt === null)]),
    ).toEqual([
      ['publish', 'Warung Rini', [true, false]],
      ['festival_messages', null, [true]],
    ]);
    expect(consents[0]?.given[0]).toMatchObject({
      version: consents[0]?.version,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('of a former owner is hers to take back, and only hers', async () => {
    const world = await engine.world();
    const { ownerId: first, merchantId } = await makeActiveMerchant(world);
    const scope = { scopeKind: 'merchant', scopeId: merchantId, role: 'owner' } as const;
    const second = (await makePerson(world, { role: scope })).personId;
    const now = world.clock.now();
    const about = { purpose: 'publish', subjectId: merchantId } as const;
    const set = (personId: PersonId, isOwner: boolean, consent: boolean) =>
      world.inTransaction((tx) => setConsent(tx, { ...about, personId, isOwner, consent, now }));
    await set(second, true, true);
    const ended = { ...scope, personId: first, endedBy: second, now };
    accepted(await world.inTransaction((tx) => endMember(tx, ended)));
    expect(await readConsents(world.db, first)).toMatchObject([{ mayGive: false, given: [{ withdrawnAt: null }] }, {}]);
    await set(first, false, false);
    expect(await hasConsent(world.db, { ...about, personId: first })).toBe(false);
    expect(await isPublic(world.db, merchantId)).toBe(true);
    await set(first, false, true);
    expect(await hasConsent(world.db, { ...about, personId: first })).toBe(false);
  });

  it('goes all at once by a restriction, which holds back news until it is lifted', async () => {
    const world = await engine.world();
    const { ownerId: personId, merchantId, phone } = await makeActiveMerchant(world);
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      giveConsent(tx, { personId, subjectId: personId, purpose: 'festival_messages', now }),
    );
    const first = await world.inTransaction((tx) => askRestriction(tx, { personId, now }));
    expect(await world.inTransaction((tx) => askRestriction(tx, { personId, now }))).toBe(first);
    expect(await isPublic(world.db, merchantId)).toBe(false);
    expect(await hasConsent(world.db, { personId, subjectId: personId, purpose: 'festival_messages' })).toBe(false);
    const news = (key: string) =>
      world.inTransaction((tx) =>
        sendMessage(tx, {
          to: { phone },
          personId,
          template: 'festival_notice',
          values: { organiser: 'Dinas', festival: 'Pesta', text: 'Ada perubahan jam.' },
          key,
          now,
        }),
      );
    const sent = async () => {
      await drainOutbox(world.app);
      const rows = await world.db.selectFrom('platform_message').select('template').execute();
      return rows.filter(({ template }) => template === 'festival_notice').length;
    };
    await news('held');
    expect(await sent()).toBe(0);
    await world.inTransaction((tx) => liftRestriction(tx, { personId, now }));
    await news('sent');
    expect(await sent()).toBe(1);
    const [request] = await readOwnRequests(world.db, personId);
    expect(request).toMatchObject({ kind: 'restriction', state: 'answered', liftedAt: now });
  });
});
