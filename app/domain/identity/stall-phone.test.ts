import { expect, it } from 'vitest';
import { NO_FENCES } from '~/shared/fences';
import { HOUR_MS, MINUTE_MS } from '~/shared/time';
import { makeActiveMerchant } from '../../../test/factories/merchants';
import { makeStallPhoneInUse, makeUnpairedPhone, STALL_PIN } from '../../../test/factories/stall-phones';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { countStallPinTry } from './count-stall-pin-try.server';
import { STALL_PHONES_MAX, STALL_PIN_LOCK_MINUTES, STALL_PIN_TRIES } from './identity';
import { makeStallPhone } from './make-stall-phone.server';
import { hashSecret } from './open-session.server';
import { pairStallPhone, readPairing } from './pair-stall-phone.server';
import { readSession } from './read-session.server';
import { readStallPhone, readStallPhones } from './read-stall-phones.server';
import { revokeStallPhone } from './revoke-stall-phone.server';
import { mayDo, sessionMay } from './rights';
import { signInAtStall } from './sign-in-at-stall.server';
import { isWeakStallPin } from './stall-pin';
import { touchSession } from './touch-session.server';

const session = (world: World, secret: string) => readSession(world.db, { secret, now: world.clock.now() });
const open = (world: World, secret: string, pin = STALL_PIN) =>
  signInAtStall(world.app, { secret, pin, device: 'Test' });

async function makePhone(world: World) {
  const merchant = await makeActiveMerchant(world);
  const phone = await makeStallPhoneInUse(world, { merchantId: merchant.merchantId, madeBy: merchant.ownerId });
  return { ...merchant, ...phone };
}

onBothEngines('a stall’s phone', (engine) => {
  it('sells for its business and does nothing else, until its working day is over', async () => {
    const world = await engine.world();
    const { merchantId, session: secret } = await makePhone(world);
    const other = await makeActiveMerchant(world);
    const found = await session(world, secret);
    expect(found?.kind).toBe('stall');
    expect(mayDo(found!.memberships, 'merchant.sell', merchantId)).toBe(true);
    expect(mayDo(found!.memberships, 'merchant.sell', other.merchantId)).toBe(false);
    expect(mayDo(found!.memberships, 'merchant.view', merchantId)).toBe(false);
    for (const right of ['signed_in', 'merchant.view', 'merchant.money', 'operator'] as const) {
      expect(sessionMay('stall', right)).toBe(false);
    }
    // Its use does not make it longer.
    world.clock.advance(13 * HOUR_MS);
    await world.inTransaction((tx) => touchSession(tx, { sessionId: found!.id, now: world.clock.now() }));
    world.clock.advance(HOUR_MS);
    expect(await session(world, secret)).toBeNull();
  });

  it('is made by one phone only: of three that open the link at once one succeeds, and the link is gone', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const { token } = await makeUnpairedPhone(world, { merchantId, madeBy: ownerId });
    const now = world.clock.now();
    expect(await readPairing(world.db, { token, now })).toEqual({ merchantId, cashierName: 'Rani' });
    const pair = () => pairStallPhone(world.app, { token, pin: STALL_PIN, device: '' });
    const tries = await Promise.all([pair(), pair(), pair()]);
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tries.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: 'pairing_gone' } });
    expect(await readPairing(world.db, { token, now })).toBeNull();
  });

  it('cannot be made with a link that is a quarter of an hour old, nor with a PIN that is easily guessed', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const { token } = await makeUnpairedPhone(world, { merchantId, madeBy: ownerId });
    const weak = await pairStallPhone(world.app, { token, pin: '1234', device: '' });
    expect(weak).toEqual({ ok: false, refusal: { code: 'stall_pin_weak' } });
    world.clock.advance(15 * MINUTE_MS);
    const late = await pairStallPhone(world.app, { token, pin: STALL_PIN, device: '' });
    expect(late).toEqual({ ok: false, refusal: { code: 'pairing_gone' } });
  });

  it('knows weak PINs of four to six digits', () => {
    for (const weak of ['0000', '1212', '1234', '9876', '2468', '12345', '565656'])
      expect(isWeakStallPin(weak)).toBe(true);
    for (const good of ['2580', '1357900', '4071', '90125']) expect(isWeakStallPin(good)).toBe(false);
  });

  it('keeps only hashes of its secrets and its PIN', async () => {
    const world = await engine.world();
    const phone = await makePhone(world);
    const rows = JSON.stringify(await world.db.selectFrom('identity_stall_phone').selectAll().execute());
    for (const secret of [phone.token, phone.secret, phone.session, STALL_PIN]) expect(rows).not.toContain(secret);
  });

  it('opens with its PIN; a wrong one says how many are left, then it is locked, for the right one too', async () => {
    const world = await engine.world();
    const { secret } = await makePhone(world);
    expect((await open(world, secret)).ok).toBe(true);
    for (let left = STALL_PIN_TRIES - 1; left > 0; left--) {
      expect(await open(world, secret, '9999')).toEqual({
        ok: false,
        refusal: { code: 'stall_pin_wrong', triesLeft: left },
      });
    }
    const until = world.clock.now() + STALL_PIN_LOCK_MINUTES * MINUTE_MS;
    const locked = { ok: false, refusal: { code: 'stall_pin_locked', until } };
    expect(await open(world, secret, '9999')).toEqual(locked);
    expect(await open(world, secret)).toEqual(locked);
    world.clock.set(until);
    expect((await open(world, secret)).ok).toBe(true);
  });

  it('the right PIN forgets the wrong ones', async () => {
    const world = await engine.world();
    const { secret } = await makePhone(world);
    for (let i = 0; i < 3; i++) {
      for (let wrong = 0; wrong < STALL_PIN_TRIES - 1; wrong++) await open(world, secret, '9999');
      expect((await open(world, secret)).ok).toBe(true);
    }
  });

  it('two tries at once at the fifth failure: one is looked at; of forty a window five; control: without the guard all', async () => {
    const world = await engine.world();
    const { secret } = await makePhone(world);
    const now = world.clock.now();
    const lookedAt = async (many: number, guarded: boolean) => {
      const tries = await Promise.all(
        Array.from({ length: many }, () =>
          world.inTransaction((tx) =>
            countStallPinTry(tx, { secretHash: hashSecret(secret), now, ...(guarded ? {} : { fences: NO_FENCES }) }),
          ),
        ),
      );
      return tries.filter(({ ok }) => ok).length;
    };
    for (let i = 0; i < STALL_PIN_TRIES - 1; i++) expect(await lookedAt(1, true)).toBe(1);
    expect(await lookedAt(2, true)).toBe(1);
    expect(await lookedAt(40, true)).toBe(0);
    expect(await lookedAt(40, false)).toBe(40);
    world.clock.advance(STALL_PIN_LOCK_MINUTES * MINUTE_MS);
    await open(world, secret);
    const fresh = await makePhone(world);
    const race = Array.from({ length: 40 }, () => open(world, fresh.secret, '9999'));
    const answers = (await Promise.all(race)).map((each) => (each.ok ? 'open' : each.refusal.code));
    // The fifth is told of the lock it makes.
    expect(answers.filter((code) => code === 'stall_pin_wrong')).toHaveLength(STALL_PIN_TRIES - 1);
    expect(answers.filter((code) => code === 'stall_pin_locked')).toHaveLength(36);
  });

  it('guessing at one phone holds nobody else up: ten others open theirs', async () => {
    const world = await engine.world();
    const guessed = await makePhone(world);
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const others = [];
    for (let i = 0; i < STALL_PHONES_MAX; i++)
      others.push(await makeStallPhoneInUse(world, { merchantId, madeBy: ownerId }));
    for (let i = 0; i < 20; i++) await open(world, guessed.secret, '9999');
    const opened = await Promise.all(others.map(({ secret }) => open(world, secret)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(STALL_PHONES_MAX);
  });

  it('revoked, it is out at its next request, and its PIN opens nothing', async () => {
    const world = await engine.world();
    const phone = await makePhone(world);
    const { merchantId, ownerId: revokedBy, stallPhoneId, secret } = phone;
    const now = world.clock.now();
    const stranger = await makeActiveMerchant(world);
    const revoke = (of = merchantId) =>
      world.inTransaction((tx) => revokeStallPhone(tx, { stallPhoneId, merchantId: of, revokedBy, now }));
    expect(await revoke(stranger.merchantId)).toEqual({ ok: false, refusal: { code: 'stall_phone_gone' } });
    expect(await session(world, phone.session)).not.toBeNull();
    expect((await revoke()).ok).toBe(true);
    expect(await session(world, phone.session)).toBeNull();
    expect(await open(world, secret)).toEqual({ ok: false, refusal: { code: 'stall_phone_gone' } });
    expect(await readStallPhone(world.db, secret)).toBeNull();
    expect(await revoke()).toEqual({ ok: false, refusal: { code: 'stall_phone_gone' } });
    const { secrets } = world.app.ports;
    expect(await readStallPhones(world.db, { merchantId, secrets, now })).toEqual([]);
    const told = await world.db.selectFrom('platform_audit').select('action').execute();
    expect(told.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['stall_phone.made', 'stall_phone.paired', 'stall_phone.revoked', 'member.ended']),
    );
  });

  it('opening and revoking at once leave no session behind', async () => {
    const world = await engine.world();
    const phone = await makePhone(world);
    const { merchantId, ownerId: revokedBy, stallPhoneId } = phone;
    const now = world.clock.now();
    const opening = Array.from({ length: 8 }, () => open(world, phone.secret));
    const [revoked, ...opened] = await Promise.all([
      world.inTransaction((tx) => revokeStallPhone(tx, { stallPhoneId, merchantId, revokedBy, now })),
      ...opening,
    ]);
    expect(revoked.ok).toBe(true);
    for (const each of opened) if (each.ok) expect(await session(world, each.value.secret)).toBeNull();
  });

  it('a business has at most ten', async () => {
    const world = await engine.world();
    const { merchantId, ownerId: madeBy } = await makeActiveMerchant(world);
    for (let i = 0; i < STALL_PHONES_MAX; i++) await makeUnpairedPhone(world, { merchantId, madeBy });
    const now = world.clock.now();
    const { secrets } = world.app.ports;
    const one = { merchantId, cashierName: 'Rani', madeBy, secrets, now };
    const refused = await world.inTransaction((tx) => makeStallPhone(tx, one));
    expect(refused).toEqual({ ok: false, refusal: { code: 'stall_phones_full', most: STALL_PHONES_MAX } });
  });
});
