import { expect, it } from 'vitest';
import { newId, type PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { fillWallet, makeHold, makeMerchantAccounts, makeWallet, readAccount } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { findOrMakePersonByPhone } from '../identity/find-or-make-person.server';
import { codeFingerprint, sendSignInCode } from '../identity/send-sign-in-code.server';
import { captureHold } from './capture-hold.server';
import { changePin } from './change-pin.server';
import { checkPin } from './check-pin.server';
import { readSpendingAccount } from './read-spending-account.server';
import { resetPin } from './reset-pin.server';
import { setPin } from './set-pin.server';
import { PIN_LOCK_MS } from './wallet';

const PIN = '748391';
const PHONE = '+6281000000007' as E164;

async function walletWithPin(world: World): Promise<PersonId> {
  const personId = newId('psn', world.clock.now());
  const set = await setPin(world.app, { personId, phone: PHONE, pin: PIN });
  expect(set.ok).toBe(true);
  return personId;
}

onBothEngines('a PIN', (engine) => {
  it('opens the wallet, fits its owner and nobody guessing', async () => {
    const world = await engine.world();
    const personId = await walletWithPin(world);
    expect(await readSpendingAccount(world.db, personId)).toMatchObject({ balance: 0, tier: 'basic', hasPin: true });
    expect((await checkPin(world.app, { personId, pin: PIN })).ok).toBe(true);
    expect(await checkPin(world.app, { personId, pin: '748392' })).toEqual({
      ok: false,
      refusal: { code: 'pin_wrong', triesLeft: 4 },
    });
    expect(await checkPin(world.app, { personId: newId('psn'), pin: PIN })).toEqual({
      ok: false,
      refusal: { code: 'pin_not_set' },
    });
  });

  it('that is weak is refused with the reason, and a first PIN is set once', async () => {
    const world = await engine.world();
    const personId = newId('psn', world.clock.now());
    const weak = await setPin(world.app, { personId, phone: PHONE, pin: '123456' });
    expect(weak).toEqual({ ok: false, refusal: { code: 'pin_weak', pin: '123456', why: 'sequence' } });
    expect(await readSpendingAccount(world.db, personId)).toBeNull();
    await setPin(world.app, { personId, phone: PHONE, pin: PIN });
    expect(await setPin(world.app, { personId, phone: PHONE, pin: '906274' })).toEqual({
      ok: false,
      refusal: { code: 'pin_already_set' },
    });
  });

  it('is never stored as it was typed', async () => {
    const world = await engine.world();
    await walletWithPin(world);
    const row = await world.db
      .selectFrom('wallet_account')
      .select('pin_hash')
      .where('pin_hash', 'is not', null)
      .executeTakeFirstOrThrow();
    expect(row.pin_hash).toMatch(/^\$argon2id\$/);
    expect(row.pin_hash).not.toContain(PIN);
  });

  it('rests after five wrong tries, for half an hour, even for the right PIN; then five more', async () => {
    const world = await engine.world();
    const personId = await walletWithPin(world);
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await checkPin(world.app, { personId, pin: '000001' })).toEqual({
        ok: false,
        refusal: { code: 'pin_wrong', triesLeft },
      });
    }
    const until = world.clock.now() + PIN_LOCK_MS;
    expect(await checkPin(world.app, { personId, pin: '000001' })).toEqual({
      ok: false,
      refusal: { code: 'pin_locked', until },
    });
    expect(await checkPin(world.app, { personId, pin: PIN })).toEqual({
      ok: false,
      refusal: { code: 'pin_locked', until },
    });
    world.clock.set(until - 1);
    expect(await checkPin(world.app, { personId, pin: PIN })).toMatchObject({ refusal: { code: 'pin_locked' } });
    world.clock.set(until);
    expect(await checkPin(world.app, { personId, pin: '000001' })).toMatchObject({
      refusal: { code: 'pin_wrong', triesLeft: 4 },
    });
    expect((await checkPin(world.app, { personId, pin: PIN })).ok).toBe(true);
    expect(await checkPin(world.app, { personId, pin: '000001' })).toMatchObject({
      refusal: { code: 'pin_wrong', triesLeft: 4 },
    });
  });

  it('lets at most five of two hundred guesses at once be compared', async () => {
    const world = await engine.world();
    const personId = await walletWithPin(world);
    const guesses = Array.from({ length: 200 }, (_, index) =>
      checkPin(world.app, { personId, pin: String(100_000 + index) }),
    );
    const answers = (await Promise.all(guesses)).map((answer) => (answer.ok ? 'fits' : answer.refusal.code));
    expect(answers.filter((answer) => answer === 'pin_wrong')).toHaveLength(4);
    expect(answers.filter((answer) => answer === 'pin_locked')).toHaveLength(196);
  });

  it('that is locked never stops money coming in', async () => {
    const world = await engine.world();
    const personId = await walletWithPin(world);
    const { accountId } = await makeWallet(world, { balance: 50_000, personId });
    const merchant = await makeMerchantAccounts(world);
    const { holdId } = await makeHold(world, accountId, 10_000);
    for (let tries = 0; tries < 5; tries++) await checkPin(world.app, { personId, pin: '000001' });
    expect(await checkPin(world.app, { personId, pin: PIN })).toMatchObject({ refusal: { code: 'pin_locked' } });
    await fillWallet(world, accountId, 25_000);
    expect(await readAccount(world, accountId)).toMatchObject({ balance: 75_000 });
    const now = world.clock.now();
    const order = { holdId, merchantId: merchant.merchantId, commission: 0, ruleId: null, key: 'k', now };
    expect((await world.inTransaction((tx) => captureHold(tx, order))).ok).toBe(true);
  });

  it('can be changed by who knows it', async () => {
    const world = await engine.world();
    const personId = await walletWithPin(world);
    const change = { personId, phone: PHONE, pin: PIN, newPin: '906274' };
    expect(await changePin(world.app, { ...change, newPin: '111111' })).toMatchObject({
      refusal: { code: 'pin_weak', why: 'repeat' },
    });
    expect(await changePin(world.app, { ...change, pin: '000001' })).toMatchObject({
      refusal: { code: 'pin_wrong', triesLeft: 4 },
    });
    expect((await changePin(world.app, change)).ok).toBe(true);
    expect((await checkPin(world.app, { personId, pin: '906274' })).ok).toBe(true);
    expect(await checkPin(world.app, { personId, pin: PIN })).toMatchObject({ refusal: { code: 'pin_wrong' } });
  });
});

onBothEngines('a forgotten PIN', (engine) => {
  it('is replaced by a code to her own phone, which also ends a lock; a wrong or used code is refused', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const personId = await world.inTransaction((tx) => findOrMakePersonByPhone(tx, { phone: PHONE, now }));
    await setPin(world.app, { personId, phone: PHONE, pin: PIN });
    for (let tries = 0; tries < 5; tries++) await checkPin(world.app, { personId, pin: '000001' });
    const reset = { personId, phone: PHONE, newPin: '906274' };
    expect(await resetPin(world.app, { ...reset, code: '000000' })).toEqual({
      ok: false,
      refusal: { code: 'code_expired' },
    });
    const code = await sendCode(world);
    expect(await resetPin(world.app, { ...reset, newPin: '121212', code })).toMatchObject({
      refusal: { code: 'pin_weak' },
    });
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await resetPin(world.app, { ...reset, code: wrong })).toEqual({
      ok: false,
      refusal: { code: 'code_wrong', triesLeft: 4 },
    });
    expect((await resetPin(world.app, { ...reset, code })).ok).toBe(true);
    expect((await checkPin(world.app, { personId, pin: '906274' })).ok).toBe(true);
    expect(await resetPin(world.app, { ...reset, code })).toEqual({ ok: false, refusal: { code: 'code_expired' } });
  });

  it('cannot be replaced by trying all codes', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const personId = await world.inTransaction((tx) => findOrMakePersonByPhone(tx, { phone: PHONE, now }));
    const code = await sendCode(world);
    const wrong = code === '000000' ? '000001' : '000000';
    const reset = { personId, phone: PHONE, newPin: '906274' };
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await resetPin(world.app, { ...reset, code: wrong })).toEqual({
        ok: false,
        refusal: { code: 'code_wrong', triesLeft },
      });
    }
    expect(await resetPin(world.app, { ...reset, code: wrong })).toEqual({
      ok: false,
      refusal: { code: 'code_used_up' },
    });
    expect(await resetPin(world.app, { ...reset, code })).toEqual({ ok: false, refusal: { code: 'code_used_up' } });
  });
});

/** Sends a code and reads it the way the worker does: out of the sealed values of the message. */
async function sendCode(world: World): Promise<string> {
  const { secrets } = world.app.ports;
  const now = world.clock.now();
  const sent = await world.inTransaction((tx) => sendSignInCode(tx, { phone: PHONE, language: 'id', secrets, now }));
  expect(sent.ok).toBe(true);
  const row = await world.db
    .selectFrom('platform_outbox')
    .select('payload')
    .where('kind', '=', 'message.send')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const { sealedValues } = JSON.parse(row.payload) as { sealedValues: string };
  const { code } = JSON.parse(secrets.open(sealedValues) ?? '{}') as { code: string };
  expect(codeFingerprint(secrets, PHONE, code)).toBeTruthy();
  return code;
}
