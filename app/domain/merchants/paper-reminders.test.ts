import { expect, it } from 'vitest';
import { addMember } from '~/domain/identity/add-member.server';
import { addDays, DAY_MS, dayOf, HOUSE_ZONE } from '~/shared/time';
import { remindOfEndingPapers } from '~/worker/ending-papers.server';
import { drainOutbox } from '~/worker/run-worker.server';
import { makePerson } from '../../../test/factories/identity';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { declareDocument } from './declare-document.server';
import { remindEndingPapers } from './remind-ending-papers.server';

onBothEngines('reminders of papers that end', (engine) => {
  const begin = async (daysLeft: number) => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const validUntil = addDays(dayOf(world.clock.now(), HOUSE_ZONE), daysLeft);
    const declare = (until: string) =>
      world.inTransaction((tx) =>
        declareDocument(tx, {
          ...{ merchantId, kind: 'hygiene', answer: 'have', validUntil: until, by: ownerId },
          ...{ secrets: world.app.ports.secrets, now: world.clock.now() },
        }),
      );
    accepted(await declare(validUntil));
    return { world, merchantId, validUntil, declare };
  };
  const told = async (world: World) =>
    (
      await world.db
        .selectFrom('platform_outbox')
        .select('key')
        .where('key', 'like', 'message:paper:%')
        .orderBy('id')
        .execute()
    ).map(({ key }) => Number(key.split(':').at(-2)));

  it('come 90, 60, 30 and 7 days before, each once, whoever looks and however often', async () => {
    const { world } = await begin(100);
    for (let day = 0; day <= 105; day++) {
      await remindOfEndingPapers(world.app);
      if (day % 9 === 0) await Promise.all([remindOfEndingPapers(world.app), remindOfEndingPapers(world.app)]);
      world.clock.set(world.clock.now() + DAY_MS);
    }
    expect(await told(world)).toEqual([90, 60, 30, 7]);
  });

  it('of steps that passed while nobody looked, only the last is told', async () => {
    const { world } = await begin(100);
    world.clock.set(world.clock.now() + 75 * DAY_MS);
    await remindOfEndingPapers(world.app);
    expect(await told(world)).toEqual([30]);
  });

  it('begin anew with a renewed paper, and end with one that is answered otherwise', async () => {
    const { world, validUntil, declare, merchantId } = await begin(60);
    await remindOfEndingPapers(world.app);
    accepted(await declare(addDays(validUntil, 300)));
    await remindOfEndingPapers(world.app);
    accepted(await declare(validUntil));
    await remindOfEndingPapers(world.app);
    expect(await told(world)).toEqual([60]);
    const { ownerId: stranger } = await makeActiveMerchant(world);
    await world.inTransaction((tx) =>
      declareDocument(tx, {
        ...{ merchantId, kind: 'hygiene', answer: 'in_process', by: stranger },
        ...{ secrets: world.app.ports.secrets, now: world.clock.now() },
      }),
    );
    world.clock.set(world.clock.now() + 55 * DAY_MS);
    await remindOfEndingPapers(world.app);
    expect(await told(world)).toEqual([60]);
  });

  it('cut off in the middle tell nobody, and the next look tells everybody once', async () => {
    const { world } = await begin(30);
    const cut = world.inTransaction(async (tx) => {
      expect(await remindEndingPapers(tx, { now: world.clock.now() })).toBe(1);
      throw new Error('the process dies here');
    });
    await expect(cut).rejects.toThrow('dies here');
    expect(await told(world)).toEqual([]);
    await remindOfEndingPapers(world.app);
    expect(await told(world)).toEqual([30]);
  });

  it('go to every owner in words with the date, not before nine in the morning', async () => {
    const { world, merchantId } = await begin(7);
    const second = await makePerson(world);
    const member = { scopeKind: 'merchant', scopeId: merchantId, role: 'owner', createdBy: null } as const;
    await world.inTransaction((tx) => addMember(tx, { ...member, personId: second.personId, now: world.clock.now() }));
    const midnight = world.clock.now() - (world.clock.now() % DAY_MS) + 17 * 60 * 60_000 + DAY_MS;
    world.clock.set(midnight);
    await remindOfEndingPapers(world.app);
    const due = await world.db
      .selectFrom('platform_outbox')
      .select('due_at')
      .where('key', 'like', 'message:paper:%')
      .execute();
    expect(due.map(({ due_at }) => due_at - midnight)).toEqual([9 * 60 * 60_000, 9 * 60 * 60_000]);
    world.clock.set(midnight + 10 * 60 * 60_000);
    await drainOutbox(world.app);
    const sent = await world.db
      .selectFrom('platform_message')
      .select('text')
      .where('template', '=', 'paper_ending')
      .execute();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.text).toMatch(
      /^Dokumen usaha Pempek Contoh segera habis: SLHS atau label kebersihan, berlaku sampai /,
    );
  });
});
