import { expect, it } from 'vitest';
import { readNumberLooks } from '~/domain/identity/read-number-looks.server';
import { makePerson } from '../../../test/factories/identity';
import { accepted, makeActiveMerchant, nextNik } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';
import { declareDocument } from './declare-document.server';
import { countViewsByOthers, readPaperViews } from './read-paper-views.server';
import { viewSection } from './view-section.server';

onBothEngines('a section shown to a verifier', (engine) => {
  it('leaves a row for each number in it, which its owner reads and nobody changes', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world, { state: 'submitted' });
    const { personId: viewerId } = await makePerson(world, { name: 'Rani' });
    const { secrets } = world.app.ports;
    const now = world.clock.now();
    const view = (section: 'identity' | 'business') =>
      world.inTransaction((tx) => viewSection(tx, { merchantId, section, viewerId, secrets, now: world.clock.now() }));
    await view('identity');
    await view('business');
    const looks = (about: string) => readNumberLooks(world.db, { merchantId, about });
    expect([await looks('ktp'), await looks('nib')]).toEqual([[], []]);

    const number = nextNik();
    const paper = { merchantId, kind: 'ktp', answer: 'have', number, by: ownerId, secrets, now } as const;
    accepted(await world.inTransaction((tx) => declareDocument(tx, paper)));
    world.clock.advance(1_000);
    const shown = await view('identity');
    expect(shown?.lines).toContainEqual(expect.objectContaining({ field: 'ktp.number', value: number }));
    await view('business');
    world.clock.advance(1_000);
    await view('identity');
    const seen = { viewerId, name: 'Rani' };
    expect(await looks('ktp')).toMatchObject([
      { ...seen, at: now + 2_000 },
      { ...seen, at: now + 1_000 },
    ]);
    expect(await readPaperViews(world.db, { merchantId, kind: 'ktp' })).toMatchObject([
      { ...seen, what: 'number', right: 'verifier' },
      { ...seen, what: 'number', right: 'verifier' },
    ]);
    expect(await countViewsByOthers(world.db, { merchantId, kind: 'ktp', viewerId: ownerId })).toBe(2);
    expect(await countViewsByOthers(world.db, { merchantId, kind: 'ktp', viewerId })).toBe(0);
    const trail = await world.db.selectFrom('platform_audit').select('details').execute();
    expect(JSON.stringify(trail)).not.toContain(number);
    const erase = world.inTransaction((tx) => tx.deleteFrom('platform_audit').execute());
    await expect(erase).rejects.toThrow('never changed');
  });

  it('that does not exist leaves none', async () => {
    const world = await engine.world();
    const { merchantId } = await makeActiveMerchant(world, { state: 'draft' });
    const { personId: viewerId } = await makePerson(world);
    const asked = { merchantId, viewerId, secrets: world.app.ports.secrets, now: world.clock.now() };
    expect(await world.inTransaction((tx) => viewSection(tx, { ...asked, section: 'identity' }))).toBeNull();
    expect(await readNumberLooks(world.db, { merchantId, about: 'ktp' })).toEqual([]);
  });
});
