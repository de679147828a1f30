import { expect, it } from 'vitest';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { CODES_PER_SENDER } from './identity';
import { countHeldCode, passCodeGate } from './pass-code-gate.server';
import { readCodeTraffic } from './read-code-traffic.server';
import { requestSignInCode } from './request-sign-in-code.server';

const FESTIVAL = '203.0.113.7';
const MINUTE = 60_000;

const pass = (world: World, sender: string, limits: { everybody: number; sender: number }) =>
  world.inTransaction((tx) =>
    passCodeGate(tx, { sender, secrets: world.app.ports.secrets, now: world.clock.now() }, limits),
  );

onBothEngines('the gate of sign-in codes', (engine) => {
  it('lets a whole festival behind one address in, holds a flood back, and opens again', async () => {
    const world = await engine.world();
    const limits = { everybody: 1_000, sender: 3 };
    for (let i = 0; i < 3; i++) expect(await pass(world, FESTIVAL, limits)).toEqual({ ok: true });
    const held = await pass(world, FESTIVAL, limits);
    expect(held).toMatchObject({ ok: false, refusal: { code: 'codes_held', gate: 'sender' } });
    expect(await pass(world, '198.51.100.1', limits)).toEqual({ ok: true });
    world.clock.advance((held.ok ? 0 : held.refusal.seconds) * 1000);
    expect(await pass(world, FESTIVAL, limits)).toEqual({ ok: true });
  });

  it('has a ceiling for everybody together in a minute', async () => {
    const world = await engine.world();
    const limits = { everybody: 2, sender: 100 };
    expect(await pass(world, '198.51.100.1', limits)).toEqual({ ok: true });
    expect(await pass(world, '198.51.100.2', limits)).toEqual({ ok: true });
    expect(await pass(world, '198.51.100.3', limits)).toMatchObject({
      ok: false,
      refusal: { code: 'codes_held', gate: 'everybody' },
    });
    world.clock.advance(MINUTE);
    expect(await pass(world, '198.51.100.3', limits)).toEqual({ ok: true });
  });

  it('of forty at once exactly the limit pass; control: without it all do', async () => {
    const world = await engine.world();
    const race = async (sender: string, limit: number) => {
      const limits = { everybody: 1_000, sender: limit };
      const all = await Promise.all(Array.from({ length: 40 }, () => pass(world, sender, limits)));
      return all.filter(({ ok }) => ok).length;
    };
    expect(await race(FESTIVAL, 10)).toBe(10);
    expect(await race('198.51.100.9', Number.MAX_SAFE_INTEGER)).toBe(40);
  });

  it('sends nothing above the limit, keeps count for the operator and no address', async () => {
    const world = await engine.world();
    const now = world.clock.now();
    const ask = (number: number) =>
      requestSignInCode(world.app, {
        phone: `+62810000${String(number).padStart(5, '0')}`,
        sender: FESTIVAL,
        language: 'id',
        now,
      });
    expect(await ask(1)).toMatchObject({ ok: true });
    await world.database.writer
      .updateTable('identity_code_gate')
      .set({ sent: CODES_PER_SENDER })
      .where('gate', '<>', 'everybody')
      .execute();
    expect(await ask(2)).toMatchObject({ ok: false, refusal: { code: 'codes_held', gate: 'sender' } });
    const asked = { sender: FESTIVAL, secrets: world.app.ports.secrets, now };
    await world.inTransaction((tx) => countHeldCode(tx, { ...asked, held: 'everybody' }));
    expect(await readCodeTraffic(world.db, now)).toEqual({ sent: 1, heldForAll: 1, heldForSenders: 1 });
    const codes = await world.db.selectFrom('identity_code').select('phone').execute();
    expect(codes).toEqual([{ phone: '+6281000000001' }]);
    const kept = await world.db.selectFrom('identity_code_gate').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(FESTIVAL);
  });
});
