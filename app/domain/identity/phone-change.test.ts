import { expect, it } from 'vitest';
import { NO_FENCES } from '~/shared/fences';
import type { Id } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { HOUR_MS } from '~/shared/time';
import { drainOutbox } from '~/worker/run-worker.server';
import { makePerson, readSentCode, signInPerson } from '../../../test/factories/identity';
import { nextPhone } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { askPhoneChange } from './ask-phone-change.server';
import { cancelPhoneChange, readCancelLink } from './cancel-phone-change.server';
import { findOrMakePersonByPhone } from './find-or-make-person.server';
import { finishPhoneChange } from './finish-phone-change.server';
import { PHONE_CHANGE_MS } from './phone-change';
import { readPerson } from './read-person.server';
import { readPhoneChange } from './read-phone-change.server';
import { readSession } from './read-session.server';
import { sendSignInCode } from './send-sign-in-code.server';
import { signInByCode } from './sign-in-by-code.server';

const gone = { ok: false, refusal: { code: 'phone_change_gone' } };

async function sendCode(world: World, phone: E164): Promise<string> {
  const { secrets } = world.app.ports;
  await world.inTransaction((tx) => sendSignInCode(tx, { phone, language: 'id', secrets, now: world.clock.now() }));
  return readSentCode(world.app, phone);
}

const session = (world: World, secret: string) => readSession(world.db, { secret, now: world.clock.now() });

/** Somebody signed in on two devices who asked for another number on the first. */
async function makeAsking(world: World, toPhone = nextPhone()) {
  const { personId, phone: fromPhone } = await makePerson(world, { name: 'Siti' });
  const [here, there] = [await signInPerson(world, personId), await signInPerson(world, personId)];
  const code = await sendCode(world, toPhone);
  const sessionId = (await session(world, here))!.id;
  const wish = { personId, sessionId, fromPhone, toPhone, language: 'id' as const };
  const asked = await askPhoneChange(world.app, { ...wish, code });
  return { personId, fromPhone, toPhone, here, there, wish, asked };
}

async function readChange(world: World) {
  const change = await world.db
    .selectFrom('identity_phone_change')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const mail = await world.db
    .selectFrom('platform_outbox')
    .select('payload')
    .where('key', '=', `message:phone-change:${change?.id}`)
    .executeTakeFirst();
  const { path = '', to } = JSON.parse(mail?.payload ?? '{}') as { path?: string; to?: { phone: string } };
  return { id: change?.id as Id<'phc'>, told: to?.phone, token: path.split('/').at(-1) ?? '', row: change };
}

const phoneOf = async (world: World, personId: Parameters<typeof readPerson>[1]) =>
  (await readPerson(world.db, personId))?.phone;

onBothEngines('another number', (engine) => {
  it('waits three days, is told to the old one, then is hers, and every other device is signed out', async () => {
    const world = await engine.world();
    const { personId, fromPhone, toPhone, here, there, asked } = await makeAsking(world);
    expect(asked).toEqual({ ok: true, value: { effectiveAt: world.clock.now() + PHONE_CHANGE_MS } });
    expect((await readChange(world)).told).toBe(fromPhone);
    world.clock.advance(72 * HOUR_MS - 1);
    await drainOutbox(world.app);
    expect(await phoneOf(world, personId)).toBe(fromPhone);
    expect(await session(world, there)).not.toBeNull();
    world.clock.advance(1);
    await drainOutbox(world.app);
    expect(await phoneOf(world, personId)).toBe(toPhone);
    expect(await session(world, here)).not.toBeNull();
    expect(await session(world, there)).toBeNull();
    expect(await readPhoneChange(world.db, personId)).toMatchObject({ doneAt: world.clock.now(), cancelledAt: null });
    const id = (await readChange(world)).id;
    const again = await world.inTransaction((tx) => finishPhoneChange(tx, { changeId: id, now: world.clock.now() }));
    expect(again).toBe('not_open');
    const sent = await world.db.selectFrom('platform_message').select(['recipient', 'template']).execute();
    expect(sent).toEqual(expect.arrayContaining([{ recipient: toPhone, template: 'phone_changed' }]));
  });

  it('is stopped by one tap on the link in that message, once; opening it changes nothing', async () => {
    const world = await engine.world();
    const { personId, fromPhone, toPhone } = await makeAsking(world);
    const { token } = await readChange(world);
    for (let opened = 0; opened < 2; opened++) expect(await readCancelLink(world.db, token)).toMatchObject({ toPhone });
    const tap = () => world.inTransaction((tx) => cancelPhoneChange(tx, { which: { token }, now: world.clock.now() }));
    const taps = await Promise.all([tap(), tap()]);
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1);
    expect(taps.find(({ ok }) => !ok)).toEqual(gone);
    expect(await readCancelLink(world.db, token)).toBeNull();
    world.clock.advance(PHONE_CHANGE_MS);
    await drainOutbox(world.app);
    expect(await phoneOf(world, personId)).toBe(fromPhone);
    const rows = JSON.stringify(await world.db.selectFrom('identity_phone_change').selectAll().execute());
    expect(rows).not.toContain(token);
  });

  it('is stopped by herself, and by whoever signs in with the old number', async () => {
    const world = await engine.world();
    const mine = await makeAsking(world);
    const now = world.clock.now();
    const stranger = await makePerson(world);
    const stop = (personId: typeof mine.personId) =>
      world.inTransaction((tx) => cancelPhoneChange(tx, { which: { personId }, now }));
    expect(await stop(stranger.personId)).toEqual(gone);
    expect(await stop(mine.personId)).toMatchObject({ ok: true });
    const other = await makeAsking(world);
    const code = await sendCode(world, other.fromPhone);
    const signedIn = await signInByCode(world.app, { phone: other.fromPhone, code, device: '', language: 'id', now });
    expect(signedIn.ok).toBe(true);
    expect(await readPhoneChange(world.db, other.personId)).toMatchObject({ cancelledHow: 'sign_in' });
    // Another person's signing in stops nothing.
    const third = await makeAsking(world);
    const theirs = await sendCode(world, stranger.phone);
    await signInByCode(world.app, { phone: stranger.phone, code: theirs, device: '', language: 'id', now });
    expect(await readPhoneChange(world.db, third.personId)).toMatchObject({ cancelledAt: null });
  });

  it('needs the code sent to it, and is refused while somebody has it or another change waits', async () => {
    const world = await engine.world();
    const { wish } = await makeAsking(world);
    const phone = nextPhone();
    const code = await sendCode(world, phone);
    const not = code === '000000' ? '000001' : '000000';
    const wrong = await askPhoneChange(world.app, { ...wish, toPhone: phone, code: not });
    expect(wrong).toEqual({ ok: false, refusal: { code: 'code_wrong', triesLeft: 4 } });
    const second = await askPhoneChange(world.app, { ...wish, toPhone: phone, code });
    expect(second).toEqual({ ok: false, refusal: { code: 'phone_change_open' } });
    const taken = await makePerson(world);
    const { asked } = await makeAsking(world, taken.phone);
    expect(asked).toEqual({ ok: false, refusal: { code: 'phone_taken' } });
    const old = await sendCode(world, nextPhone());
    world.clock.advance(5 * 60_000);
    const late = await askPhoneChange(world.app, { ...wish, toPhone: phone, code: old });
    expect(late).toEqual({ ok: false, refusal: { code: 'code_expired' } });
  });

  it('that somebody else took meanwhile is refused, and the old one is told', async () => {
    const world = await engine.world();
    const { personId, fromPhone, toPhone, there } = await makeAsking(world);
    const now = world.clock.now();
    const taker = await world.inTransaction((tx) => findOrMakePersonByPhone(tx, { phone: toPhone, now }));
    world.clock.advance(PHONE_CHANGE_MS);
    await drainOutbox(world.app);
    expect(await phoneOf(world, personId)).toBe(fromPhone);
    expect(await phoneOf(world, taker)).toBe(toPhone);
    expect(await session(world, there)).not.toBeNull();
    expect(await readPhoneChange(world.db, personId)).toMatchObject({ cancelledHow: 'number_taken' });
    const sent = await world.db.selectFrom('platform_message').select(['recipient', 'template']).execute();
    expect(sent).toEqual(expect.arrayContaining([{ recipient: fromPhone, template: 'phone_change_refused' }]));
  });

  it('two people cannot end with one number, however close they come', async () => {
    const world = await engine.world();
    const toPhone = nextPhone();
    const first = await makeAsking(world, toPhone);
    world.clock.advance(61_000);
    const second = await makeAsking(world, toPhone);
    expect([first.asked.ok, second.asked.ok]).toEqual([true, true]);
    world.clock.advance(PHONE_CHANGE_MS);
    // Of two at once one may meet the other's number; its row comes again.
    for (let pass = 0; pass < 2; pass++) {
      await drainOutbox(world.app);
      world.clock.advance(10 * 60_000);
    }
    const phones = [await phoneOf(world, first.personId), await phoneOf(world, second.personId)];
    expect(phones.filter((phone) => phone === toPhone)).toHaveLength(1);
  });

  it('stopping and finishing at the same moment never both count; control: without the guard both do', async () => {
    const world = await engine.world();
    const race = async (more: object) => {
      const { personId, toPhone } = await makeAsking(world);
      const { id: changeId } = await readChange(world);
      world.clock.advance(PHONE_CHANGE_MS);
      const now = world.clock.now();
      const [stopped, finished] = await Promise.all([
        world.inTransaction((tx) => cancelPhoneChange(tx, { which: { personId }, now, ...more })),
        world.inTransaction((tx) => finishPhoneChange(tx, { changeId, now, ...more })),
      ]);
      const moved = (await phoneOf(world, personId)) === toPhone;
      expect(moved).toBe(finished === 'done');
      return { stopped: stopped.ok, finished: moved };
    };
    for (let i = 0; i < 6; i++) {
      const { stopped, finished } = await race({});
      expect(stopped).not.toBe(finished);
    }
    // With the table's CHECK and key gone, nothing but the guard stands between.
    await withoutCheck(world);
    expect(await race({ fences: NO_FENCES })).toEqual({ stopped: true, finished: true });
  });
});

/** The same table without its CHECK and its indexes; a control only. */
async function withoutCheck(world: World): Promise<void> {
  const { schema } = world.database.writer;
  const rows = world.database.writer.selectFrom('identity_phone_change').selectAll();
  await schema.createTable('bare').as(rows).execute();
  await schema.dropTable('identity_phone_change').execute();
  await schema.alterTable('bare').renameTo('identity_phone_change').execute();
}
