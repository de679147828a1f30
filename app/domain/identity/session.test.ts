import { expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '~/shared/time';
import { makePerson, signInPerson } from '../../../test/factories/identity';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { addMember } from './add-member.server';
import { INSTALLATION } from './identity';
import { makeSignInLink } from './make-sign-in-link.server';
import { readDevices, readSession } from './read-session.server';
import { revokeOtherSessions, revokeSession } from './revoke-session.server';
import { touchSession } from './touch-session.server';
import { readSignInLink, useSignInLink } from './use-sign-in-link.server';

const OPERATOR = { scopeKind: 'installation', scopeId: INSTALLATION, role: 'operator' } as const;
const session = (world: World, secret: string) => readSession(world.db, { secret, now: world.clock.now() });

onBothEngines('sessions', (engine) => {
  it('a session lives 30 days after its last use', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const secret = await signInPerson(world, personId);
    world.clock.advance(29 * DAY_MS);
    const found = await session(world, secret);
    expect(found?.person.id).toBe(personId);
    await world.inTransaction((tx) => touchSession(tx, { sessionId: found!.id, now: world.clock.now() }));
    world.clock.advance(29 * DAY_MS);
    expect(await session(world, secret)).not.toBeNull();
    world.clock.advance(DAY_MS);
    expect(await session(world, secret)).toBeNull();
  });

  it('a staff session ends after twelve hours, used or not', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world, { role: OPERATOR });
    const secret = await signInPerson(world, personId);
    world.clock.advance(12 * HOUR_MS - 1);
    const found = await session(world, secret);
    await world.inTransaction((tx) => touchSession(tx, { sessionId: found!.id, now: world.clock.now() }));
    world.clock.advance(1);
    expect(await session(world, secret)).toBeNull();
  });

  it('who becomes an operator while signed in is held to twelve hours too', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const secret = await signInPerson(world, personId);
    await world.inTransaction((tx) =>
      addMember(tx, { personId, ...OPERATOR, createdBy: null, now: world.clock.now() }),
    );
    expect(await session(world, secret)).not.toBeNull();
    world.clock.advance(12 * HOUR_MS);
    expect(await session(world, secret)).toBeNull();
  });

  it('only the hash of the cookie is kept', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const secret = await signInPerson(world, personId);
    const rows = await world.db.selectFrom('identity_session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await session(world, rows[0]!.id_hash)).toBeNull();
  });

  it('she sees her devices and signs one out; nobody signs out another person’s', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const { personId: stranger } = await makePerson(world);
    const [here, there] = [await signInPerson(world, personId), await signInPerson(world, personId)];
    const now = world.clock.now();
    const thereId = (await session(world, there))!.id;
    expect(await readDevices(world.db, { personId, now })).toHaveLength(2);
    const byStranger = await world.inTransaction((tx) =>
      revokeSession(tx, { sessionId: thereId, personId: stranger, now }),
    );
    expect(byStranger).toEqual({ ok: false, refusal: { code: 'session_unknown' } });
    await world.inTransaction((tx) => revokeSession(tx, { sessionId: thereId, personId, now }));
    expect(await session(world, there)).toBeNull();
    expect(await session(world, here)).not.toBeNull();
    expect(await readDevices(world.db, { personId, now })).toHaveLength(1);
  });

  it('signing out all others leaves this device', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const here = await signInPerson(world, personId);
    for (let i = 0; i < 3; i++) await signInPerson(world, personId);
    const keep = (await session(world, here))!.id;
    const now = world.clock.now();
    expect(await world.inTransaction((tx) => revokeOtherSessions(tx, { keep, personId, now }))).toBe(3);
    expect(await readDevices(world.db, { personId, now })).toHaveLength(1);
  });
});

onBothEngines('one-time sign-in links', (engine) => {
  it('opening shows whom it signs in, a tap signs in once', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world, { name: 'Siti' });
    const now = world.clock.now();
    const path = await world.inTransaction((tx) => makeSignInLink(tx, { personId, now }));
    const token = path.split('/').at(-1)!;
    expect(await readSignInLink(world.db, { token, now })).toMatchObject({ name: 'Siti' });
    expect(await readSignInLink(world.db, { token, now })).toMatchObject({ name: 'Siti' });
    const tap = () => world.inTransaction((tx) => useSignInLink(tx, { token, device: '', now }));
    const taps = await Promise.all([tap(), tap(), tap()]);
    expect(taps.filter((each) => each.ok)).toHaveLength(1);
    expect(taps.filter((each) => !each.ok)[0]).toEqual({ ok: false, refusal: { code: 'link_gone' } });
    expect(await readSignInLink(world.db, { token, now })).toBeNull();
  });

  it('a link is too old after a week', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const path = await world.inTransaction((tx) => makeSignInLink(tx, { personId, now: world.clock.now() }));
    const token = path.split('/').at(-1)!;
    world.clock.advance(7 * DAY_MS);
    const now = world.clock.now();
    expect(await readSignInLink(world.db, { token, now })).toBeNull();
    const tapped = await world.inTransaction((tx) => useSignInLink(tx, { token, device: '', now }));
    expect(tapped).toEqual({ ok: false, refusal: { code: 'link_gone' } });
  });
});
