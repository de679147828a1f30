import { expect, it } from 'vitest';
import type { E164 } from '~/shared/phone';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '~/shared/time';
import { makePerson, readSentCode } from '../../../test/factories/identity';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { countCodeTry } from './count-code-try.server';
import { CODES_PER_DAY, CODES_PER_HOUR } from './identity';
import { sendSignInCode } from './send-sign-in-code.server';
import { signInByCode } from './sign-in-by-code.server';

const PHONE: E164 = '+6281000000001';

const send = (world: World, phone = PHONE) =>
  world.inTransaction((tx) =>
    sendSignInCode(tx, { phone, language: 'id', secrets: world.app.ports.secrets, now: world.clock.now() }),
  );
const signIn = (world: World, code: string, phone = PHONE) =>
  signInByCode(world.app, { phone, code, device: 'Chrome, Android', language: 'id', now: world.clock.now() });
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

onBothEngines('signing in by code', (engine) => {
  it('the code sent to her phone signs her in once', async () => {
    const world = await engine.world();
    expect(await send(world)).toMatchObject({ ok: true });
    const code = await readSentCode(world.app, PHONE);
    expect(code).toMatch(/^\d{6}$/);
    expect(await signIn(world, code)).toMatchObject({ ok: true, value: { isFirst: true } });
    expect(await signIn(world, code)).toEqual({ ok: false, refusal: { code: 'code_expired' } });
  });

  it('nothing in the database tells the code', async () => {
    const world = await engine.world();
    await send(world);
    const code = await readSentCode(world.app, PHONE);
    const codes = await world.db.selectFrom('identity_code').selectAll().execute();
    const outbox = await world.db.selectFrom('platform_outbox').select('payload').execute();
    expect(JSON.stringify([codes, outbox]).replace(/"(id|key)":"[^"]*"/g, '')).not.toContain(code);
  });

  it('a wrong code says how many tries are left, and the fifth uses the code up', async () => {
    const world = await engine.world();
    await send(world);
    const code = await readSentCode(world.app, PHONE);
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await signIn(world, otherThan(code))).toEqual({ ok: false, refusal: { code: 'code_wrong', triesLeft } });
    }
    expect(await signIn(world, otherThan(code))).toEqual({ ok: false, refusal: { code: 'code_used_up' } });
    expect(await signIn(world, code)).toEqual({ ok: false, refusal: { code: 'code_used_up' } });
  });

  it('of twenty guesses at once no more than five are compared', async () => {
    const world = await engine.world();
    await send(world);
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        world.inTransaction((tx) => countCodeTry(tx, { phone: PHONE, now: world.clock.now() })),
      ),
    );
    expect(tries.filter((tried) => tried.ok)).toHaveLength(5);
  });

  it('of two taps with the right code at once one signs in', async () => {
    const world = await engine.world();
    await send(world);
    const code = await readSentCode(world.app, PHONE);
    const both = await Promise.all([signIn(world, code), signIn(world, code)]);
    expect(both.filter((signed) => signed.ok)).toHaveLength(1);
  });

  it('a code is too old after five minutes', async () => {
    const world = await engine.world();
    await send(world);
    const code = await readSentCode(world.app, PHONE);
    world.clock.advance(5 * MINUTE_MS);
    expect(await signIn(world, code)).toEqual({ ok: false, refusal: { code: 'code_expired' } });
  });

  it('a new code can be sent after 60 seconds and the old one stops working', async () => {
    const world = await engine.world();
    await send(world);
    const first = await readSentCode(world.app, PHONE);
    world.clock.advance(18_000);
    expect(await send(world)).toEqual({ ok: false, refusal: { code: 'code_too_soon', seconds: 42 } });
    world.clock.advance(42_000);
    expect(await send(world)).toMatchObject({ ok: true });
    const second = await readSentCode(world.app, PHONE);
    if (first !== second) {
      expect(await signIn(world, first)).toMatchObject({ ok: false, refusal: { code: 'code_wrong' } });
    }
    expect(await signIn(world, second)).toMatchObject({ ok: true });
  });

  it('ten requests at once send one code', async () => {
    const world = await engine.world();
    const sent = await Promise.all(Array.from({ length: 10 }, () => send(world)));
    expect(sent.filter((each) => each.ok)).toHaveLength(1);
    const live = await world.db.selectFrom('identity_code').selectAll().where('replaced_at', 'is', null).execute();
    expect(live).toHaveLength(1);
  });

  it('a phone gets a limited number of codes an hour and a day, and others are not bothered', async () => {
    const world = await engine.world();
    const began = world.clock.now();
    for (let i = 0; i < CODES_PER_HOUR; i++) {
      expect(await send(world)).toMatchObject({ ok: true });
      world.clock.advance(2 * MINUTE_MS);
    }
    expect(await send(world)).toEqual({ ok: false, refusal: { code: 'code_limit', until: began + HOUR_MS } });
    expect(await send(world, '+6281000000002')).toMatchObject({ ok: true });
    for (let i = CODES_PER_HOUR; i < CODES_PER_DAY; i++) {
      world.clock.advance(HOUR_MS);
      expect(await send(world)).toMatchObject({ ok: true });
    }
    world.clock.advance(HOUR_MS);
    expect(await send(world)).toEqual({ ok: false, refusal: { code: 'code_limit', until: began + DAY_MS } });
  });

  it('a code for one phone does not fit another', async () => {
    const world = await engine.world();
    await send(world);
    await send(world, '+6281000000002');
    const code = await readSentCode(world.app, PHONE);
    const others = await readSentCode(world.app, '+6281000000002');
    if (code === others) return;
    expect(await signIn(world, code, '+6281000000002')).toMatchObject({ ok: false, refusal: { code: 'code_wrong' } });
  });

  it('she is the same person on every phone she signs in with', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world, { phone: PHONE });
    await send(world);
    const signed = await signIn(world, await readSentCode(world.app, PHONE));
    expect(signed).toMatchObject({ ok: true, value: { personId } });
  });
});
