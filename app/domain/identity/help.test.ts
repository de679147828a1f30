import { expect, it } from 'vitest';
import type { AppContext } from '~/platform/app-context';
import { NO_FENCES } from '~/shared/fences';
import type { PersonId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import { makeHelper, offerCode } from '../../../test/factories/help';
import { makePerson } from '../../../test/factories/identity';
import { makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { meeting } from '../../../test/setup/meeting';
import { endHelp, revokeHelp } from './end-help.server';
import { HELP_CODE_TRIES } from './identity';
import { joinHelp } from './join-help.server';
import { offerHelp } from './offer-help.server';
import { openSession } from './open-session.server';
import { readHelp } from './read-help.server';
import { readSession } from './read-session.server';
import { helpsUntil, mayDo, RIGHT_ROLES, type ScopedRight } from './rights';

const wrong = { ok: false, refusal: { code: 'help_code_wrong' } };

async function membershipsOf(world: World, personId: PersonId) {
  const now = world.clock.now();
  const { secret } = await world.inTransaction((tx) => openSession(tx, { personId, device: '', how: 'code', now }));
  return async () => (await readSession(world.db, { secret, now: world.clock.now() }))?.memberships ?? [];
}

/** What one helper's try runs in: it was counted, and waits with the others before the code is used. */
function countingFirst({ app }: World, met: () => Promise<void>): AppContext {
  let units = 0;
  const inTransaction: AppContext['inTransaction'] = async (work) => {
    units += 1;
    if (units === 2) await met();
    return app.inTransaction(work);
  };
  return { ...app, inTransaction };
}

onBothEngines('half an hour of help', (engine) => {
  it('lets the helper fill in profile, papers and menu of this business, nothing else, and ends by itself', async () => {
    const world = await engine.world();
    const [mine, other] = [await makeActiveMerchant(world), await makeActiveMerchant(world)];
    const helperId = await makeHelper(world, mine);
    const memberships = await membershipsOf(world, helperId);
    const rights = Object.keys(RIGHT_ROLES) as ScopedRight[];
    const held = await memberships();
    expect(rights.filter((right) => mayDo(held, right, mine.merchantId))).toEqual(['merchant.fill']);
    expect(rights.filter((right) => mayDo(held, right, other.merchantId))).toEqual([]);
    expect(helpsUntil(held, mine.merchantId)).toBe(world.clock.now() + 30 * MINUTE_MS);
    world.clock.advance(30 * MINUTE_MS - 1);
    expect(await memberships()).toHaveLength(1);
    world.clock.advance(1);
    expect(await memberships()).toEqual([]);
  });

  it('ends at once when the owner or the helper says so, once', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const { merchantId, ownerId: by } = mine;
    const helperId = await makeHelper(world, mine);
    const memberships = await membershipsOf(world, helperId);
    const now = world.clock.now();
    const { secrets } = world.app.ports;
    const [help] = await readHelp(world.db, { merchantId, secrets, now });
    const revoke = () => world.inTransaction((tx) => revokeHelp(tx, { merchantId, helpId: help!.id, by, now }));
    expect((await revoke()).ok).toBe(true);
    expect(await memberships()).toEqual([]);
    expect(await revoke()).toEqual({ ok: false, refusal: { code: 'help_gone' } });
    const again = await makeHelper(world, mine);
    const end = () => world.inTransaction((tx) => endHelp(tx, { merchantId, helperId: again, now }));
    expect((await end()).ok).toBe(true);
    expect(await end()).toEqual({ ok: false, refusal: { code: 'help_gone' } });
    const told = await world.db.selectFrom('platform_audit').select('action').execute();
    expect(told.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['help.offered', 'help.joined', 'help.revoked', 'help.ended']),
    );
  });

  it('of two helpers with one code one begins; control: without the guard both do', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const people = [await makePerson(world), await makePerson(world), await makePerson(world)];
    const race = async (more: object) => {
      const { phone, code } = await offerCode(world, mine);
      const met = meeting(people.length);
      const tries = people.map(({ personId: helperId }) =>
        joinHelp(countingFirst(world, met), { phone, code, helperId, ...more }),
      );
      return (await Promise.all(tries)).filter(({ ok }) => ok).length;
    };
    expect(await race({})).toBe(1);
    world.clock.advance(30 * MINUTE_MS);
    expect(await race({ fences: NO_FENCES })).toBe(people.length);
  });

  it('a code is tried five times in all, however many guess at once, and says nothing about who asks for help', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const { personId: helperId } = await makePerson(world);
    const { phone, code } = await offerCode(world, mine);
    const not = code === '000000' ? '000001' : '000000';
    const guesses = Array.from({ length: 20 }, () => joinHelp(world.app, { phone, code: not, helperId }));
    for (const each of await Promise.all(guesses)) expect(each).toEqual(wrong);
    const { tries } = await world.db.selectFrom('identity_helper_session').select('tries').executeTakeFirstOrThrow();
    expect(tries).toBe(HELP_CODE_TRIES);
    expect(await joinHelp(world.app, { phone, code, helperId })).toEqual(wrong);
    const stranger = await makePerson(world);
    expect(await joinHelp(world.app, { phone: stranger.phone, code, helperId })).toEqual(wrong);
  });

  it('a code is good for ten minutes, for one business; a newer one replaces it; nothing in the database tells it', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const { personId: helperId } = await makePerson(world);
    const first = await offerCode(world, mine);
    const second = await offerCode(world, mine);
    const rows = JSON.stringify(await world.db.selectFrom('identity_helper_session').selectAll().execute());
    expect(rows).not.toContain(`"${second.code}"`);
    if (first.code !== second.code) {
      expect(await joinHelp(world.app, { phone: first.phone, code: first.code, helperId })).toEqual(wrong);
    }
    world.clock.advance(10 * MINUTE_MS);
    expect(await joinHelp(world.app, { phone: second.phone, code: second.code, helperId })).toEqual(wrong);
  });

  it('one helps at a time, and nobody helps her own business', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const role = { scopeKind: 'merchant', scopeId: mine.merchantId, role: 'cashier' } as const;
    const { personId: cashier } = await makePerson(world, { role });
    const { phone, code } = await offerCode(world, mine);
    const own = await joinHelp(world.app, { phone, code, helperId: cashier });
    expect(own).toEqual({ ok: false, refusal: { code: 'help_own_business' } });
    // Her refusal used nothing up.
    const { personId: helperId } = await makePerson(world);
    expect((await joinHelp(world.app, { phone, code, helperId })).ok).toBe(true);
    const now = world.clock.now();
    const { secrets } = world.app.ports;
    const { merchantId, ownerId } = mine;
    const more = await world.inTransaction((tx) => offerHelp(tx, { merchantId, ownerId, secrets, now }));
    expect(more).toEqual({ ok: false, refusal: { code: 'help_going_on' } });
  });
});
