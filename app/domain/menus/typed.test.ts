import { expect, it } from 'vitest';
import { endHelp } from '~/domain/identity/end-help.server';
import { checkDocument } from '~/domain/merchants/check-document.server';
import { confirmTyped } from '~/domain/merchants/confirm-typed.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { readDocumentNumber, readDocuments } from '~/domain/merchants/read-documents.server';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readPaper } from '~/domain/merchants/read-paper.server';
import { readSectionUnderReview } from '~/domain/merchants/read-sections.server';
import { readFieldAuthors, readMarkedFields, readTypedForHer } from '~/domain/merchants/read-typed.server';
import { type ProfileChanges, updateProfile } from '~/domain/merchants/update-profile.server';
import { newId, type PersonId } from '~/shared/ids';
import { makeHelper } from '../../../test/factories/help';
import { makePerson } from '../../../test/factories/identity';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { makePaperPage } from '../../../test/factories/papers';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { addDish } from './add-dish.server';
import { changeDish } from './change-dish.server';
import { readDish } from './read-menu.server';
import { undoTyped } from './undo-typed.server';

type Business = Awaited<ReturnType<typeof makeActiveMerchant>>;

const type = (world: World, { merchantId }: Business, by: PersonId, changes: ProfileChanges) =>
  world.inTransaction((tx) => updateProfile(tx, { merchantId, changes, by, now: world.clock.now() }));

function undo(world: World, { merchantId, ownerId: by }: Business, field: string) {
  const now = world.clock.now();
  const { secrets } = world.app.ports;
  return world.inTransaction((tx) => undoTyped(tx, { merchantId, field, until: now, by, secrets, demo: true, now }));
}

function confirm(world: World, { merchantId, ownerId: by }: Business, field: string | null, until?: number) {
  const now = world.clock.now();
  return world.inTransaction((tx) => confirmTyped(tx, { merchantId, field, until: until ?? now, by, now }));
}

const fields = async (world: World, { merchantId }: Business) =>
  (await readTypedForHer(world.db, merchantId)).map(({ field }) => field);

onBothEngines('what a helper typed', (engine) => {
  const beginPaper = async ({ state }: { state?: 'submitted' } = {}) => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world, state && { state });
    const { merchantId } = mine;
    const { secrets } = world.app.ports;
    const now = world.clock.now();
    const paper = () => readPaper(world.db, { merchantId, kind: 'nib' });
    const declare = async (by: PersonId, kind: 'nib' | 'halal', number: string | null) => {
      const said = { merchantId, kind, answer: 'have', number, by, secrets, demo: true } as const;
      accepted(await world.inTransaction((tx) => declareDocument(tx, { ...said, now: world.clock.now() })));
    };
    const check = async () => {
      const { personId: by } = await makePerson(world);
      const what = { merchantId, kind: 'nib', level: 'platform', scopeId: 'installation', outcome: 'fits' } as const;
      const revision = (await paper())?.revision ?? 0;
      const found = { ...what, revision, note: null, numberRead: null, by, secrets, now };
      accepted(await world.inTransaction((tx) => checkDocument(tx, found)));
    };
    return { world, mine, secrets, paper, declare, check };
  };

  it('is in force and marked until the owner confirms it; then the old value is nowhere', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const helperId = await makeHelper(world, mine);
    await type(world, mine, mine.ownerId, { story: 'Cerita lama' });
    world.clock.advance(1000);
    // The whole form comes back; only what changed is remembered.
    await type(world, mine, helperId, { stallName: 'Pempek Contoh', story: 'Cerita baru', district: 'Ilir' });
    expect(await readMarkedFields(world.db, mine.merchantId)).toEqual(['district', 'story']);
    const typed = await readTypedForHer(world.db, mine.merchantId);
    const story = typed.find(({ field }) => field === 'story');
    expect(story).toMatchObject({ before: 'Cerita lama', after: 'Cerita baru', byName: 'Dewi' });
    const authors = await readFieldAuthors(world.db, mine.merchantId);
    expect(authors.find(({ field }) => field === 'story')).toMatchObject({ name: 'Dewi', isHelper: true });
    expect(authors.find(({ field }) => field === 'ownerName')).toMatchObject({ isHelper: false });
    expect(await confirm(world, mine, 'story')).toMatchObject({ ok: true });
    expect(await fields(world, mine)).toEqual(['district']);
    expect(await confirm(world, mine, null)).toMatchObject({ ok: true });
    expect(await confirm(world, mine, null)).toEqual({ ok: false, refusal: { code: 'typed_gone' } });
    const kept = await world.db.selectFrom('merchant_field_author').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('Cerita');
    expect((await readMerchant(world.db, mine.merchantId))?.story).toBe('Cerita baru');
  });

  it('goes back to what it was before all of it when she undoes it, once', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    await type(world, mine, mine.ownerId, { story: 'Pertama', capital: 5_000_000 });
    const helperId = await makeHelper(world, mine);
    for (const story of ['Kedua', 'Ketiga']) {
      world.clock.advance(1000);
      await type(world, mine, helperId, { story, capital: null });
    }
    const undone = await Promise.all([undo(world, mine, 'story'), undo(world, mine, 'story')]);
    expect(undone.filter(({ ok }) => ok)).toHaveLength(1);
    expect(undone.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: 'typed_gone' } });
    expect(await undo(world, mine, 'capital')).toMatchObject({ ok: true });
    expect(await readMerchant(world.db, mine.merchantId)).toMatchObject({ story: 'Pertama', capital: 5_000_000 });
    expect(await fields(world, mine)).toEqual([]);
  });

  it('later than her page was shown is neither confirmed nor undone with it', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const helperId = await makeHelper(world, mine);
    const shownAt = world.clock.now();
    world.clock.advance(1000);
    await type(world, mine, helperId, { story: 'Diketik sesudahnya' });
    expect(await confirm(world, mine, null, shownAt)).toEqual({ ok: false, refusal: { code: 'typed_gone' } });
    expect(await fields(world, mine)).toEqual(['story']);
  });

  it('waits no more once her own people have typed there themselves', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const helperId = await makeHelper(world, mine);
    await type(world, mine, helperId, { story: 'Cerita pendamping' });
    world.clock.advance(1000);
    await type(world, mine, mine.ownerId, { story: 'Cerita sendiri' });
    expect(await fields(world, mine)).toEqual([]);
    expect(await undo(world, mine, 'story')).toEqual({ ok: false, refusal: { code: 'typed_gone' } });
  });

  it('in a paper is undone with its number, and back to not answered where nothing stood', async () => {
    const { world, mine, secrets, declare } = await beginPaper();
    const { merchantId, ownerId } = mine;
    await declare(ownerId, 'nib', '1234567890123');
    const helperId = await makeHelper(world, mine);
    world.clock.advance(1000);
    // The same number again is no change.
    await declare(helperId, 'nib', '1234567890123');
    expect(await fields(world, mine)).toEqual([]);
    await declare(helperId, 'nib', '9876543210987');
    await declare(helperId, 'halal', null);
    expect(await fields(world, mine)).toEqual(['document:nib', 'document:halal']);
    const kept = JSON.stringify(await world.db.selectFrom('merchant_field_author').selectAll().execute());
    for (const number of ['1234567890123', '9876543210987']) expect(kept).not.toContain(number);
    expect(await undo(world, mine, 'document:nib')).toMatchObject({ ok: true });
    expect(await undo(world, mine, 'document:halal')).toMatchObject({ ok: true });
    expect(await readDocumentNumber(world.db, { merchantId, kind: 'nib', secrets })).toBe('1234567890123');
    expect((await readDocuments(world.db, merchantId)).map(({ kind }) => kind)).toEqual(['nib']);
  });

  it('in a paper she photographed since is undone without taking her photograph, and its check has lapsed', async () => {
    const { world, mine, declare, check, paper } = await beginPaper();
    const { merchantId, ownerId } = mine;
    await declare(await makeHelper(world, mine), 'nib', '1234567890123');
    await makePaperPage(world, { merchantId, ownerId, kind: 'nib' });
    await check();
    expect(await paper()).toMatchObject({ hasNumber: true, checks: [{ lapsed: false }] });
    expect(await undo(world, mine, 'document:nib')).toMatchObject({ ok: true });
    expect(await paper()).toMatchObject({ answer: 'have', hasNumber: false, checks: [{ lapsed: true }] });
    expect((await paper())?.pages).toHaveLength(1);
  });

  it('in a paper is forgotten with its checks: the same answer again has to be checked again, its section too', async () => {
    const { world, mine, declare, check, paper } = await beginPaper({ state: 'submitted' });
    const { merchantId, ownerId } = mine;
    const { secrets } = world.app.ports;
    const section = () => readSectionUnderReview(world.db, { merchantId, section: 'business', secrets });
    await declare(await makeHelper(world, mine), 'nib', '1234567890123');
    await check();
    const { revision } = (await section())!;
    expect(await undo(world, mine, 'document:nib')).toMatchObject({ ok: true });
    expect(await paper()).toBeNull();
    expect((await section())?.revision).toBe(revision + 1);
    await declare(ownerId, 'nib', '1234567890123');
    expect((await paper())?.checks).toEqual([]);
  });

  it('is settled by her own typing; with the last field the help that is over counts as confirmed', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const helperId = await makeHelper(world, mine);
    await type(world, mine, helperId, { story: 'Cerita baru', district: 'Ilir' });
    await world.inTransaction((tx) => endHelp(tx, { merchantId: mine.merchantId, helperId, now: world.clock.now() }));
    const confirmedAt = async () => {
      const row = await world.db.selectFrom('identity_helper_session').select('confirmed_at').executeTakeFirst();
      return row?.confirmed_at;
    };
    await type(world, mine, mine.ownerId, { story: 'Cerita saya' });
    expect([await fields(world, mine), await confirmedAt()]).toEqual([['district'], null]);
    await type(world, mine, mine.ownerId, { district: 'Ulu' });
    expect([await fields(world, mine), await confirmedAt()]).toEqual([[], world.clock.now()]);
  });

  it('in the menu is undone part by part, and a dish she added goes with all its parts', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const { merchantId, ownerId } = mine;
    const add = (by: PersonId, name: string) => {
      const dishId = newId('dsh', world.clock.now());
      const dish = { dishId, merchantId, name, price: 10_000, makeSeconds: 60, by, now: world.clock.now() };
      return world.inTransaction(async (tx) => accepted(await addDish(tx, dish)));
    };
    const dishId = await add(ownerId, 'Tekwan');
    const helperId = await makeHelper(world, mine);
    world.clock.advance(1000);
    const added = await add(helperId, 'Model');
    const change = (id: typeof dishId) =>
      world.inTransaction((tx) =>
        changeDish(tx, {
          dishId: id,
          merchantId,
          changes: { price: 12_000, allergenAnswer: 'listed', allergens: ['fish', 'egg'] },
          by: helperId,
          now: world.clock.now(),
        }),
      );
    accepted(await change(dishId));
    accepted(await change(added));
    expect((await fields(world, mine)).sort()).toEqual(
      [added, `${added}:allergens`, `${added}:price`, `${dishId}:allergens`, `${dishId}:price`]
        .map((field) => `dish:${field}`)
        .sort(),
    );
    expect(await undo(world, mine, `dish:${dishId}:price`)).toMatchObject({ ok: true });
    expect(await undo(world, mine, `dish:${dishId}:allergens`)).toMatchObject({ ok: true });
    expect(await readDish(world.db, { merchantId, dishId })).toMatchObject({
      price: 10_000,
      allergenAnswer: 'unknown',
      allergens: [],
    });
    expect(await undo(world, mine, `dish:${added}`)).toMatchObject({ ok: true });
    expect((await readDish(world.db, { merchantId, dishId: added }))?.archivedAt).not.toBeNull();
    expect(await fields(world, mine)).toEqual([]);
  });

  it('cannot be undone where the verb refuses, and stays marked', async () => {
    const world = await engine.world();
    const mine = await makeActiveMerchant(world);
    const helperId = await makeHelper(world, mine);
    await type(world, mine, helperId, { story: 'Cerita' });
    await world.database.writer.updateTable('merchant_profile').set({ state: 'closed' }).execute();
    expect(await undo(world, mine, 'story')).toEqual({ ok: false, refusal: { code: 'merchant_closed' } });
    expect(await fields(world, mine)).toEqual(['story']);
    expect(await undo(world, mine, 'nothing')).toEqual({ ok: false, refusal: { code: 'typed_gone' } });
  });
});
