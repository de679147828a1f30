import { expect, it } from 'vitest';
import type { AccountId, Id, PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { DAY_MS } from '~/shared/time';
import { makePerson, readSentCode, signInPerson } from '../../../test/factories/identity';
import { accepted } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { readSession } from '../identity/read-session.server';
import { revokeOtherSessions, revokeSession } from '../identity/revoke-session.server';
import { sendSignInCode } from '../identity/send-sign-in-code.server';
import { changePin } from './change-pin.server';
import { checkPin } from './check-pin.server';
import { endPinPass } from './end-pin-pass.server';
import { readPinPass } from './read-pin-pass.server';
import { resetPin } from './reset-pin.server';
import { setPin } from './set-pin.server';
import { PIN_PASS_MS } from './wallet';

const PIN = '748391';
const OTHER_PIN = '906274';

interface Owner {
  personId: PersonId;
  phone: E164;
  accountId: AccountId;
  /** Two phones she is signed in on. */
  here: Id<'ses'>;
  there: Id<'ses'>;
}

async function makeOwner(world: World): Promise<Owner> {
  const { personId, phone } = await makePerson(world);
  const accountId = accepted(await setPin(world.app, { personId, phone, pin: PIN }));
  return { personId, phone, accountId, here: await signIn(world, personId), there: await signIn(world, personId) };
}

async function signIn(world: World, personId: PersonId): Promise<Id<'ses'>> {
  const secret = await signInPerson(world, personId);
  const session = await readSession(world.db, { secret, now: world.clock.now() });
  return session!.id;
}

const remembered = (world: World, sessionId: Id<'ses'>, accountId: AccountId) =>
  readPinPass(world.db, { sessionId, accountId }, world.clock.now());

/** Signed in on two phones, the PIN remembered on the first. */
async function begin(world: World): Promise<Owner> {
  const owner = await makeOwner(world);
  const { personId, here, accountId } = owner;
  expect((await checkPin(world.app, { personId, pin: PIN, rememberOn: here })).ok).toBe(true);
  expect(await remembered(world, here, accountId)).toBe(world.clock.now() + PIN_PASS_MS);
  return owner;
}

onBothEngines('a PIN that is remembered', (engine) => {
  it('is so for ten minutes, on the phone where she asked for it and nowhere else', async () => {
    const world = await engine.world();
    const { here, there, accountId } = await begin(world);
    expect(await remembered(world, there, accountId)).toBeNull();
    world.clock.advance(PIN_PASS_MS - 1);
    expect(await remembered(world, here, accountId)).not.toBeNull();
    world.clock.advance(1);
    expect(await remembered(world, here, accountId)).toBeNull();
  });

  it('is not so unless she asks, nor when it was wrong', async () => {
    const world = await engine.world();
    const { personId, here, accountId } = await makeOwner(world);
    expect((await checkPin(world.app, { personId, pin: PIN })).ok).toBe(true);
    expect(await remembered(world, here, accountId)).toBeNull();
    expect((await checkPin(world.app, { personId, pin: '000001', rememberOn: here })).ok).toBe(false);
    expect(await remembered(world, here, accountId)).toBeNull();
  });

  it('counts anew each time it is typed, and leaves no row of phones used long ago', async () => {
    const world = await engine.world();
    const { personId, here, there, accountId } = await begin(world);
    world.clock.advance(PIN_PASS_MS / 2);
    await checkPin(world.app, { personId, pin: PIN, rememberOn: here });
    expect(await remembered(world, here, accountId)).toBe(world.clock.now() + PIN_PASS_MS);
    world.clock.advance(PIN_PASS_MS);
    await checkPin(world.app, { personId, pin: PIN, rememberOn: there });
    const rows = await world.db.selectFrom('wallet_pin_pass').select('session_id').execute();
    expect(rows).toEqual([{ session_id: there }]);
  });

  it('is asked again when she says so, there only', async () => {
    const world = await engine.world();
    const { personId, here, there, accountId } = await begin(world);
    await checkPin(world.app, { personId, pin: PIN, rememberOn: there });
    const { personId: stranger } = await makeOwner(world);
    await world.inTransaction((tx) => endPinPass(tx, { sessionId: here, personId: stranger }));
    expect(await remembered(world, here, accountId)).not.toBeNull();
    await world.inTransaction((tx) => endPinPass(tx, { sessionId: here, personId }));
    expect(await remembered(world, here, accountId)).toBeNull();
    expect(await remembered(world, there, accountId)).not.toBeNull();
  });

  it('is asked again after signing out, after that phone was signed out from another, and when the session is over', async () => {
    const world = await engine.world();
    for (const end of [
      ({ here, personId }: Owner, now: number) =>
        world.inTransaction((tx) => revokeSession(tx, { sessionId: here, personId, now })),
      ({ there, personId }: Owner, now: number) =>
        world.inTransaction((tx) => revokeOtherSessions(tx, { keep: there, personId, now })),
    ]) {
      const owner = await begin(world);
      await end(owner, world.clock.now());
      expect(await remembered(world, owner.here, owner.accountId)).toBeNull();
    }
    const personId = (await makeOwner(world)).personId;
    const old = await signIn(world, personId);
    world.clock.advance(30 * DAY_MS - 1);
    const [{ id: accountId } = { id: 'acc_' as AccountId }] = await world.db
      .selectFrom('wallet_account')
      .select('id')
      .where('owner_id', '=', personId)
      .execute();
    await checkPin(world.app, { personId, pin: PIN, rememberOn: old });
    expect(await remembered(world, old, accountId)).not.toBeNull();
    world.clock.advance(1);
    expect(await remembered(world, old, accountId)).toBeNull();
  });

  it('is forgotten on every phone when it is changed or replaced', async () => {
    const world = await engine.world();
    const { personId, phone, here, there, accountId } = await begin(world);
    await checkPin(world.app, { personId, pin: PIN, rememberOn: there });
    accepted(await changePin(world.app, { personId, phone, pin: PIN, newPin: OTHER_PIN }));
    expect(await remembered(world, here, accountId)).toBeNull();
    expect(await remembered(world, there, accountId)).toBeNull();
    await checkPin(world.app, { personId, pin: OTHER_PIN, rememberOn: here });
    expect(await remembered(world, here, accountId)).not.toBeNull();
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      sendSignInCode(tx, { phone, language: 'id', secrets: world.app.ports.secrets, now }),
    );
    const code = await readSentCode(world.app, phone);
    accepted(await resetPin(world.app, { personId, phone, code, newPin: PIN }));
    expect(await remembered(world, here, accountId)).toBeNull();
  });

  it('does not help while the wallet is locked by somebody guessing on another phone', async () => {
    const world = await engine.world();
    const { personId, here, accountId } = await begin(world);
    for (let guess = 0; guess < 5; guess++) await checkPin(world.app, { personId, pin: `00000${guess}` });
    expect(await remembered(world, here, accountId)).toBeNull();
  });

  it('opens no other account and serves no other person, whatever the row says', async () => {
    const world = await engine.world();
    const { here, accountId } = await begin(world);
    const other = await makeOwner(world);
    expect(await remembered(world, here, other.accountId)).toBeNull();
    const now = world.clock.now();
    await world.inTransaction((tx) =>
      tx
        .insertInto('wallet_pin_pass')
        .values({ session_id: here, account_id: other.accountId, made_at: now, until_at: now + PIN_PASS_MS })
        .execute(),
    );
    expect(await remembered(world, here, other.accountId)).toBeNull();
    expect(await remembered(world, here, accountId)).not.toBeNull();
  });

  it('is not remembered when it was changed while it was being compared', async () => {
    const world = await engine.world();
    const { personId, phone, here, accountId } = await makeOwner(world);
    const { passwords } = world.app.ports;
    const changedMeanwhile = {
      ...passwords,
      verify: async (stored: string, pin: string) => {
        const fits = await passwords.verify(stored, pin);
        accepted(await changePin(world.app, { personId, phone, pin: PIN, newPin: OTHER_PIN }));
        return fits;
      },
    };
    const app = { ...world.app, ports: { ...world.app.ports, passwords: changedMeanwhile } };
    expect((await checkPin(app, { personId, pin: PIN, rememberOn: here })).ok).toBe(true);
    expect(await remembered(world, here, accountId)).toBeNull();
  });
});
