import { expect, it } from 'vitest';
import { NO_FENCES } from '~/shared/fences';
import type { PersonId } from '~/shared/ids';
import { MINUTE_MS } from '~/shared/time';
import { makePerson, readSentCode, signInPerson } from '../../../test/factories/identity';
import { accepted, nextPhone } from '../../../test/factories/merchants';
import {
  askNew,
  askSignIn,
  BROWSER,
  givePasskey,
  makeAuthenticator,
  PLACE,
  type SoftAuthenticator,
  type Twist,
} from '../../../test/factories/passkeys';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { askPhoneChange } from './ask-phone-change.server';
import { endMember } from './end-member.server';
import { removePasskey } from './end-passkey.server';
import { eraseFromIdentity } from './erase-person.server';
import { finishPhoneChange } from './finish-phone-change.server';
import { PHONE_CHANGE_MS } from './phone-change';
import { readPasskeys } from './read-passkeys.server';
import { readDevices, readSession } from './read-session.server';
import { sendSignInCode } from './send-sign-in-code.server';
import { type PasskeySignIn, signInByPasskey } from './sign-in-by-passkey.server';

const refused = (code: string) => ({ ok: false, refusal: { code } });
const sessionOf = (world: World, secret: string) => readSession(world.db, { secret, now: world.clock.now() });

/** Answers a new challenge with a phone. */
async function enter(world: World, phone: SoftAuthenticator, twist?: Twist, more: Partial<PasskeySignIn> = {}) {
  const answer = phone.sign(await askSignIn(world), twist);
  return signInByPasskey(world.app, {
    answer,
    device: 'Test',
    browser: BROWSER,
    place: PLACE,
    now: world.clock.now(),
    ...more,
  });
}

async function readTold(world: World, template: string) {
  const rows = await world.db.selectFrom('platform_outbox').select('payload').execute();
  return rows
    .map(({ payload }) => JSON.parse(payload) as { to?: { phone?: string }; template?: string })
    .filter((message) => message.template === template)
    .map(({ to }) => to?.phone);
}

onBothEngines('a passkey', (engine) => {
  it('signs its person in without a code, says when it was used, and her number hears that it was made', async () => {
    const world = await engine.world();
    const { personId, phone: number } = await makePerson(world, { name: 'Siti' });
    const { passkeyId, phone } = await givePasskey(world, personId);
    expect(await readTold(world, 'passkey_made')).toEqual([number]);
    expect(await readPasskeys(world.db, personId)).toMatchObject([{ passkeyId, lastUsedAt: null }]);
    world.clock.advance(MINUTE_MS);
    const opened = accepted(await enter(world, phone));
    expect(await sessionOf(world, opened.secret)).toMatchObject({ kind: 'person', person: { id: personId } });
    const now = world.clock.now();
    expect(await readPasskeys(world.db, personId)).toMatchObject([{ lastUsedAt: now }]);
    expect(await readDevices(world.db, { personId, now })).toMatchObject([{ openedHow: 'passkey' }]);
  });

  it('answers one challenge once, within five minutes, in the browser that asked, and only one given for its purpose', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const { phone } = await givePasskey(world, personId);
    const challenge = await askSignIn(world);
    const answer = phone.sign(challenge);
    const wish = { answer, device: '', browser: BROWSER, place: PLACE };
    expect(await signInByPasskey(world.app, { ...wish, now: world.clock.now() })).toMatchObject({ ok: true });
    const gone = refused('passkey_challenge_gone');
    expect(await signInByPasskey(world.app, { ...wish, now: world.clock.now() })).toEqual(gone);
    const late = phone.sign(await askSignIn(world));
    world.clock.advance(5 * MINUTE_MS);
    expect(await signInByPasskey(world.app, { ...wish, answer: late, now: world.clock.now() })).toEqual(gone);
    const here = phone.sign(await askSignIn(world));
    const elsewhere = { ...wish, answer: here, browser: 'x'.repeat(43), now: world.clock.now() };
    expect(await signInByPasskey(world.app, elsewhere)).toEqual(gone);
    expect(await signInByPasskey(world.app, { ...elsewhere, browser: BROWSER })).toMatchObject({ ok: true });
    const forMaking = phone.sign(await askNew(world, personId));
    expect(await signInByPasskey(world.app, { ...wish, answer: forMaking, now: world.clock.now() })).toEqual(gone);
    const ours = phone.sign('a'.repeat(43));
    expect(await signInByPasskey(world.app, { ...wish, answer: ours, now: world.clock.now() })).toEqual(gone);
    for (const said of [
      '',
      '{}',
      'null',
      'x',
      '{"challenge":"\\u0000","origin":"x"}',
      '{"challenge":[1],"origin":1}',
    ]) {
      const clientDataJSON = Buffer.from(said).toString('base64url');
      const unreadable = { ...answer, response: { ...answer.response, clientDataJSON } };
      const broken = await signInByPasskey(world.app, { ...wish, answer: unreadable, now: world.clock.now() });
      expect(broken, said).toEqual(refused('passkey_wrong'));
    }
  });

  it('is refused at another address, with another key, for another kind of answer, as somebody else, and when nobody knows it', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const { phone } = await givePasskey(world, personId);
    expect(await enter(world, phone, { origin: 'https://pestarasa.evil' })).toEqual(refused('passkey_elsewhere'));
    expect(await enter(world, phone, { rpId: 'pestarasa.evil' })).toEqual(refused('passkey_wrong'));
    expect(await enter(world, phone, { otherKey: true })).toEqual(refused('passkey_wrong'));
    expect(await enter(world, phone, { type: 'webauthn.create' })).toEqual(refused('passkey_wrong'));
    expect(await enter(world, makeAuthenticator())).toEqual(refused('passkey_unknown'));
    const other = await makePerson(world);
    expect(await enter(world, phone, { personId: other.personId })).toEqual(refused('passkey_wrong'));
    const { phone: theirs } = await givePasskey(world, other.personId);
    expect(await enter(world, { ...phone, sign: (...said) => ({ ...phone.sign(...said), id: theirs.id }) })).toEqual(
      refused('passkey_wrong'),
    );
    expect(await enter(world, phone)).toMatchObject({ ok: true });
  });

  it('a wrong answer uses its challenge up', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const { phone } = await givePasskey(world, personId);
    const challenge = await askSignIn(world);
    const wish = { device: '', browser: BROWSER, place: PLACE, now: world.clock.now() };
    const wrong = await signInByPasskey(world.app, { ...wish, answer: phone.sign(challenge, { otherKey: true }) });
    expect(wrong).toEqual(refused('passkey_wrong'));
    const right = await signInByPasskey(world.app, { ...wish, answer: phone.sign(challenge) });
    expect(right).toEqual(refused('passkey_challenge_gone'));
  });

  it('whose counter goes back is taken for a copy: it ends with its sessions, and her number is told once', async () => {
    const world = await engine.world();
    const { personId, phone: number } = await makePerson(world);
    const other = await signInPerson(world, personId);
    const { phone } = await givePasskey(world, personId, { counter: 4 });
    const opened = accepted(await enter(world, phone, { counter: 7 }));
    expect(await enter(world, phone, { counter: 7 })).toEqual(refused('passkey_copied'));
    expect(await sessionOf(world, opened.secret)).toBeNull();
    expect(await sessionOf(world, other)).not.toBeNull();
    expect(await readPasskeys(world.db, personId)).toEqual([]);
    expect(await enter(world, phone, { counter: 9 })).toEqual(refused('passkey_revoked'));
    expect(await readTold(world, 'passkey_copied')).toEqual([number]);
  });

  it('cannot be made to look like a copy by somebody without its key', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const { phone } = await givePasskey(world, personId, { counter: 4 });
    expect(await enter(world, phone, { counter: 1, otherKey: true })).toEqual(refused('passkey_wrong'));
    expect(await readPasskeys(world.db, personId)).toHaveLength(1);
    expect(await readTold(world, 'passkey_copied')).toEqual([]);
  });

  it('removed by her signs nobody in and her number hears of it; what came in with it ends, the device she does it on stays', async () => {
    const world = await engine.world();
    const { personId, phone: number } = await makePerson(world);
    const { passkeyId, phone } = await givePasskey(world, personId);
    const [here, there] = [accepted(await enter(world, phone)), accepted(await enter(world, phone))];
    const now = world.clock.now();
    const stranger = (await makePerson(world)).personId;
    const remove = (by: PersonId) =>
      world.inTransaction((tx) => removePasskey(tx, { passkeyId, personId: by, keep: here.sessionId, now }));
    expect(await remove(stranger)).toEqual(refused('passkey_gone'));
    expect(await remove(personId)).toMatchObject({ ok: true });
    expect(await remove(personId)).toEqual(refused('passkey_gone'));
    expect(await readTold(world, 'passkey_removed')).toEqual([number]);
    expect(await sessionOf(world, here.secret)).not.toBeNull();
    expect(await sessionOf(world, there.secret)).toBeNull();
    expect(await enter(world, phone)).toEqual(refused('passkey_revoked'));
  });

  it('of somebody erased opens nothing: row gone, or her number gone in the same moment', async () => {
    const world = await engine.world();
    const [hers, theirs] = [await makePerson(world), await makePerson(world)];
    const mine = await givePasskey(world, hers.personId);
    const other = await givePasskey(world, theirs.personId);
    await world.inTransaction((tx) =>
      tx.updateTable('identity_person').set({ phone: null }).where('id', '=', theirs.personId).execute(),
    );
    expect(await enter(world, other.phone)).toEqual(refused('passkey_person_gone'));
    const subject = { personId: hers.personId, merchantIds: [] };
    await world.inTransaction((tx) => eraseFromIdentity(tx, subject, world.clock.now()));
    expect(await enter(world, mine.phone)).toEqual(refused('passkey_unknown'));
  });

  it('gives somebody whose role has ended no more than anybody signed in', async () => {
    const world = await engine.world();
    const scope = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;
    const { personId } = await makePerson(world, { role: scope });
    await makePerson(world, { role: scope });
    const { phone } = await givePasskey(world, personId);
    const before = accepted(await enter(world, phone));
    expect(await sessionOf(world, before.secret)).toMatchObject({ kind: 'staff', memberships: [{ role: 'operator' }] });
    const now = world.clock.now();
    accepted(await world.inTransaction((tx) => endMember(tx, { personId, ...scope, endedBy: personId, now })));
    const after = accepted(await enter(world, phone));
    expect(await sessionOf(world, after.secret)).toMatchObject({ kind: 'person', memberships: [] });
  });

  it('stays when her number changes', async () => {
    const world = await engine.world();
    const { personId, phone: fromPhone } = await makePerson(world);
    const { phone } = await givePasskey(world, personId);
    const session = await sessionOf(world, await signInPerson(world, personId));
    const toPhone = nextPhone();
    const { secrets } = world.app.ports;
    await world.inTransaction((tx) =>
      sendSignInCode(tx, { phone: toPhone, language: 'id', secrets, now: world.clock.now() }),
    );
    const code = await readSentCode(world.app, toPhone);
    const wish = { personId, sessionId: session!.id, fromPhone, toPhone, code, language: 'id' as const };
    accepted(await askPhoneChange(world.app, wish));
    world.clock.advance(PHONE_CHANGE_MS);
    const { id: changeId } = await world.db.selectFrom('identity_phone_change').select('id').executeTakeFirstOrThrow();
    const now = world.clock.now();
    expect(await world.inTransaction((tx) => finishPhoneChange(tx, { changeId, now }))).toBe('done');
    const opened = accepted(await enter(world, phone));
    expect(await sessionOf(world, opened.secret)).toMatchObject({ person: { phone: toPhone } });
  });
});

/** Many use one signed challenge at the same moment. */
async function rush(world: World, fences?: typeof NO_FENCES) {
  const { personId } = await makePerson(world);
  const { phone } = await givePasskey(world, personId);
  const answer = phone.sign(await askSignIn(world));
  const wish = {
    answer,
    device: '',
    browser: BROWSER,
    place: PLACE,
    now: world.clock.now(),
    ...(fences && { fences }),
  };
  const all = await Promise.all(Array.from({ length: 8 }, () => signInByPasskey(world.app, wish)));
  const sessions = await readDevices(world.db, { personId, now: world.clock.now() });
  return { in: all.filter(({ ok }) => ok).length, sessions: sessions.length };
}

onBothEngines('one challenge answered eight times at once', (engine) => {
  it('lets one in', async () => {
    expect(await rush(await engine.world())).toEqual({ in: 1, sessions: 1 });
  });

  it('control: without the fence it lets them all in', async () => {
    expect(await rush(await engine.world(), NO_FENCES)).toEqual({ in: 8, sessions: 8 });
  });
});
