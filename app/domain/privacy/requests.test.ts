import { expect, it } from 'vitest';
import type { PersonId } from '~/shared/ids';
import { HOUR_MS } from '~/shared/time';
import { drainOutbox } from '~/worker/run-worker.server';
import { makePerson } from '../../../test/factories/identity';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { makeOrder } from '../../../test/factories/orders';
import { makeOpenFestival } from '../../../test/factories/stalls';
import { makeWallet } from '../../../test/factories/wallet';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { answerCorrection } from './answer-correction.server';
import { askErasure } from './ask-erasure.server';
import { askRequest } from './ask-request.server';
import { beginErasure } from './begin-erasure.server';
import { readExport } from './read-export.server';
import { countOpenRequests, readOwnRequests, readRequestQueue } from './read-requests.server';
import { refuseRequest } from './refuse-request.server';
import { takeRequest } from './take-request.server';
import { withdrawRequest } from './withdraw-request.server';

const OFFICER = 'psn_officer' as PersonId;
const ROLE = { scopeKind: 'installation', scopeId: 'installation', role: 'operator' } as const;

/** A request of a kind, taken by the officer. */
async function taken(world: World, personId: PersonId, kind: 'correction' | 'erasure') {
  const now = world.clock.now();
  return world.inTransaction(async (tx) => {
    const correction = { field: 'name', wanted: 'Siti Aminah' } as const;
    const requestId = await askRequest(tx, { personId, kind, ...(kind === 'correction' ? { correction } : {}), now });
    accepted(await takeRequest(tx, { requestId, by: OFFICER, now }));
    return requestId;
  });
}

onBothEngines('a privacy request', (engine) => {
  it('has a clock of 72 hours and stands in the queue by its deadline, overdue ones counted', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world, { name: 'Siti' });
    const other = await makePerson(world);
    const ask = (who: PersonId, kind: 'correction' | 'erasure') =>
      world.inTransaction((tx) => askRequest(tx, { personId: who, kind, now: world.clock.now() }));
    const first = await ask(personId, 'erasure');
    world.clock.advance(HOUR_MS);
    const second = await ask(other.personId, 'correction');
    const queue = await readRequestQueue(world.db, 'open');
    expect(queue.map(({ id }) => id)).toEqual([first, second]);
    expect(queue[0]).toMatchObject({ name: 'Siti', dueAt: (queue[0]?.askedAt ?? 0) + 72 * HOUR_MS, takenBy: null });
    world.clock.advance(71 * HOUR_MS);
    expect(await countOpenRequests(world.db, world.clock.now())).toEqual({ open: 2, overdue: 1 });
  });

  it('asked twenty times at once is one request', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const now = world.clock.now();
    const ask = () => world.inTransaction((tx) => askRequest(tx, { personId, kind: 'correction', now }));
    const ids = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(ids).size).toBe(1);
    expect(await readOwnRequests(world.db, personId)).toHaveLength(1);
  });

  it('is taken by one officer, and taken back by its owner only while it is open', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const requestId = await taken(world, personId, 'correction');
    const now = world.clock.now();
    const moved = { ok: false, refusal: { code: 'request_moved' } };
    expect(await world.inTransaction((tx) => takeRequest(tx, { requestId, by: OFFICER, now }))).toEqual(moved);
    expect(await world.inTransaction((tx) => withdrawRequest(tx, { requestId, personId: OFFICER, now }))).toEqual(
      moved,
    );
    expect(await world.inTransaction((tx) => withdrawRequest(tx, { requestId, personId, now }))).toMatchObject({
      ok: true,
    });
    expect(await world.inTransaction((tx) => withdrawRequest(tx, { requestId, personId, now }))).toEqual(moved);
    const answer = { requestId, by: OFFICER, answer: '', now };
    expect(await world.inTransaction((tx) => answerCorrection(tx, answer))).toEqual(moved);
  });

  it('for another name changes the name when it is answered, and tells her', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world, { name: 'Sity' });
    const requestId = await taken(world, personId, 'correction');
    const answer = { requestId, by: OFFICER, answer: 'Sudah diganti.', now: world.clock.now() };
    accepted(await world.inTransaction((tx) => answerCorrection(tx, answer)));
    expect(await world.db.selectFrom('identity_person').select('name').where('id', '=', personId).execute()).toEqual([
      { name: 'Siti Aminah' },
    ]);
    expect((await readOwnRequests(world.db, personId))[0]).toMatchObject({
      state: 'answered',
      answer: 'Sudah diganti.',
    });
    const told = await world.db
      .selectFrom('platform_outbox')
      .select('key')
      .where('kind', '=', 'message.send')
      .execute();
    expect(told.map(({ key }) => key)).toEqual([`message:privacy_answered:${requestId}`]);
  });

  it('is refused with a reason she can read', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const requestId = await taken(world, personId, 'erasure');
    const refusal = { requestId, by: OFFICER, reason: 'legal_duty', answer: '', now: world.clock.now() } as const;
    accepted(await world.inTransaction((tx) => refuseRequest(tx, refusal)));
    expect((await readOwnRequests(world.db, personId))[0]).toMatchObject({ state: 'refused', refusal: 'legal_duty' });
  });
});

onBothEngines('a copy of her data', (engine) => {
  it('is made by the worker, opened by her alone, kept sealed for a week and then gone', async () => {
    const world = await engine.world();
    const { ownerId: personId } = await makeActiveMerchant(world, {
      stallName: 'Warung Zakiyah',
      ownerName: 'Zakiyah',
    });
    const ask = () => world.inTransaction((tx) => askRequest(tx, { personId, kind: 'export', now: world.clock.now() }));
    const requestId = await ask();
    await drainOutbox(world.app);
    expect(await ask(), 'asked again within the hour').toBe(requestId);
    const read = (who: PersonId) => readExport(world.app, { requestId, personId: who, now: world.clock.now() });
    const found = await read(personId);
    expect(found?.copy.lists.find(({ name }) => name === 'businesses')?.rows).toMatchObject([
      { stall: 'Warung Zakiyah', owner: 'Zakiyah' },
    ]);
    expect(found?.copy.lists.map(({ name }) => name)).toEqual([
      'person',
      'roles',
      'consents',
      'requests',
      'businesses',
      'changes',
      'reviews',
      'wallet',
      'trail',
    ]);
    expect(await read(OFFICER)).toBeNull();
    const files = await world.db.selectFrom('platform_file').selectAll().where('owner_kind', '=', 'privacy').execute();
    expect(files).not.toHaveLength(0);
    for (const { bytes, visibility } of files) {
      expect(visibility).toBe('private');
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('Zakiyah');
    }
    world.clock.advance(7 * 24 * HOUR_MS);
    expect(await read(personId)).toBeNull();
    await drainOutbox(world.app);
    expect(await world.db.selectFrom('platform_file').select('id').execute()).toEqual([]);
  });
});

onBothEngines('an erasure', (engine) => {
  const hindrancesOf = async (world: World, personId: PersonId) => {
    const asked = await world.inTransaction((tx) => askErasure(tx, { personId, now: world.clock.now() }));
    return asked.ok ? [] : asked.refusal.hindrances.map(({ code }) => code);
  };

  it('waits while money, orders, a festival or a last role stand in the way, each named', async () => {
    const world = await engine.world();
    const festival = await makeOpenFestival(world, [{}]);
    const [stall] = festival.stalls;
    if (!stall) throw new Error('no stall');
    const { personId } = await makePerson(world);
    const wallet = await makeWallet(world, { personId, balance: 50_000 });
    await makeOrder(world, [stall], { wallet });
    expect(await hindrancesOf(world, personId)).toEqual(['orders_running', 'wallet_not_empty']);
    const owner = await world.db
      .selectFrom('identity_member')
      .select('person_id')
      .where('scope_id', '=', stall.merchantId)
      .executeTakeFirstOrThrow();
    expect(await hindrancesOf(world, owner.person_id)).toEqual(['tickets_running', 'festival_ahead']);
    expect(await hindrancesOf(world, festival.organiserId)).toEqual(['role_last']);
    const operator = await makePerson(world, { role: ROLE });
    expect(await hindrancesOf(world, operator.personId)).toEqual(['role_last']);
    await makePerson(world, { role: ROLE });
    expect(await hindrancesOf(world, operator.personId)).toEqual([]);
  });

  it('waits for a top-up on its way', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const { accountId } = await makeWallet(world, { personId, balance: 0 });
    await world.inTransaction((tx) =>
      tx
        .insertInto('wallet_top_up')
        .values({
          id: 'top_1',
          account_id: accountId,
          amount: 10_000,
          rail: 'simulator',
          state: 'created',
          external_id: null,
          created_at: world.clock.now(),
          ended_at: null,
          failure: null,
        })
        .execute(),
    );
    expect(await hindrancesOf(world, personId)).toEqual(['top_up_open']);
  });

  it('does not begin when something came up after it was asked', async () => {
    const world = await engine.world();
    const { personId } = await makePerson(world);
    const requestId = await taken(world, personId, 'erasure');
    const now = world.clock.now();
    await makeWallet(world, { personId, balance: 20_000 });
    const begun = await world.inTransaction((tx) => beginErasure(tx, { requestId, by: OFFICER, now }));
    expect(begun).toMatchObject({ ok: false, refusal: { code: 'erasure_hindered' } });
    expect((await readOwnRequests(world.db, personId))[0]).toMatchObject({ state: 'taken' });
  });
});
