import sharp from 'sharp';
import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { addDays, dayOf } from '~/shared/time';
import { makePerson } from '../../../test/factories/identity';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { makePaperPage, photoOf } from '../../../test/factories/papers';
import { onBothEngines } from '../../../test/setup/engines';
import { checkDocument, type DocumentCheck } from './check-document.server';
import { type Declaration, declareDocument } from './declare-document.server';
import { readPaper } from './read-paper.server';
import { readPaperQueue } from './read-paper-queue.server';
import { readHalalDuty, readPaperRules } from './read-paper-rules.server';
import { readPaperViews } from './read-paper-views.server';
import { removeDocumentPage } from './remove-document-page.server';
import { takePaperFiles } from './take-paper-files.server';
import { viewDocumentPage } from './view-document-page.server';

onBothEngines('papers with pages', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const { secrets } = world.app.ports;
    const now = world.clock.now();
    const declare = (said: Partial<Declaration> & Pick<Declaration, 'kind'>) =>
      world.inTransaction((tx) =>
        declareDocument(tx, { merchantId, by: ownerId, secrets, answer: 'have', now: world.clock.now(), ...said }),
      );
    const verifier = (await makePerson(world)).personId;
    const check = (found: Partial<DocumentCheck> = {}) =>
      world.inTransaction((tx) =>
        checkDocument(tx, {
          ...{ merchantId, kind: 'nib', level: 'platform', scopeId: 'installation', outcome: 'fits' },
          ...{ note: null, numberRead: null, revision: 1, by: verifier, secrets, now },
          ...found,
        }),
      );
    const view = (
      fileId: Awaited<ReturnType<typeof makePaperPage>>,
      right: 'merchant.edit' | 'verifier' = 'verifier',
    ) =>
      world.inTransaction((tx) =>
        viewDocumentPage(tx, { merchantId, kind: 'nib', fileId, viewerId: verifier, right, secrets, now }),
      );
    return { world, merchantId, ownerId, secrets, now, declare, check, view, verifier };
  };

  it('a photographed page lies sealed and private, and opens to a picture without metadata', async () => {
    const { world, merchantId, ownerId, view } = await begin();
    const fileId = await makePaperPage(world, { merchantId, ownerId, kind: 'nib' });
    const row = await world.db.selectFrom('platform_file').selectAll().executeTakeFirstOrThrow();
    expect([row.visibility, row.owner_kind, row.owner_id]).toEqual(['private', 'document', merchantId]);
    await expect(sharp(row.bytes).metadata()).rejects.toThrow();
    const page = await view(fileId);
    const opened = await sharp(page?.bytes).metadata();
    expect([opened.format, opened.width, opened.exif]).toEqual(['webp', 120, undefined]);
    expect((await readPaper(world.db, { merchantId, kind: 'nib' }))?.answer).toBe('have');
  });

  it('a page moved to another paper by hand in the database does not open', async () => {
    const { world, merchantId, ownerId, secrets, verifier, now } = await begin();
    const fileId = await makePaperPage(world, { merchantId, ownerId, kind: 'nib' });
    await makePaperPage(world, { merchantId, ownerId, kind: 'ktp' });
    await world.inTransaction((tx) =>
      tx.updateTable('merchant_document_page').set({ file_id: fileId }).where('kind', '=', 'ktp').execute(),
    );
    const moved = { merchantId, kind: 'ktp', fileId, viewerId: verifier, right: 'verifier', secrets, now } as const;
    await expect(world.inTransaction((tx) => viewDocumentPage(tx, moved))).rejects.toThrow();
    expect(await readPaperViews(world.db, { merchantId, kind: 'ktp' })).toEqual([]);
  });

  it('each look is written down with who, when and by which right, and the record cannot be changed', async () => {
    const { world, merchantId, ownerId, view, verifier, now } = await begin();
    const fileId = await makePaperPage(world, { merchantId, ownerId, kind: 'nib' });
    await view(fileId);
    await view(fileId);
    const views = await readPaperViews(world.db, { merchantId, kind: 'nib' });
    expect(views).toMatchObject([
      { viewerId: verifier, right: 'verifier', at: now, what: 'page' },
      { viewerId: verifier, right: 'verifier', at: now, what: 'page' },
    ]);
    const rewrite = world.inTransaction((tx) => tx.updateTable('merchant_document_view').set({ at: 0 }).execute());
    await expect(rewrite).rejects.toThrow('never changed');
    const erase = world.inTransaction((tx) => tx.deleteFrom('merchant_document_view').execute());
    await expect(erase).rejects.toThrow('never changed');
    expect(await view(newId('fil', now))).toBeNull();
    expect(await readPaperViews(world.db, { merchantId, kind: 'nib' })).toHaveLength(2);
  });

  it('others see a page only while the owner says that she has the paper', async () => {
    const { world, merchantId, ownerId, declare, view } = await begin();
    const fileId = await makePaperPage(world, { merchantId, ownerId, kind: 'nib' });
    accepted(await declare({ kind: 'nib', answer: 'in_process' }));
    expect(await view(fileId)).toBeNull();
    expect(await view(fileId, 'merchant.edit')).not.toBeNull();
  });

  it('a page taken away is gone with its bytes; that it was seen stays', async () => {
    const { world, merchantId, ownerId, view, now } = await begin();
    const fileId = await makePaperPage(world, { merchantId, ownerId, kind: 'nib' });
    await view(fileId);
    const order = { merchantId, kind: 'nib', fileId, by: ownerId, now } as const;
    accepted(await world.inTransaction((tx) => removeDocumentPage(tx, order)));
    expect(await world.inTransaction((tx) => removeDocumentPage(tx, order))).toEqual({
      ok: false,
      refusal: { code: 'page_gone' },
    });
    expect(await world.db.selectFrom('platform_file').select('id').execute()).toEqual([]);
    expect(await view(fileId)).toBeNull();
    expect(await readPaperViews(world.db, { merchantId, kind: 'nib' })).toMatchObject([{ what: 'page_gone' }]);
  });

  it('the same photo sent twice at once is one page; of six others four are kept', async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const take = async (grey: number) => {
      const files = [new Blob([new Uint8Array(await photoOf(grey))])];
      return takePaperFiles(world.app, { merchantId, kind: 'nib', files, by: ownerId, now });
    };
    expect((await Promise.all([take(10), take(10), take(10)])).every((one) => one.ok)).toBe(true);
    // Three times the same is one change, so a check of it would go on.
    expect((await readPaper(world.db, { merchantId, kind: 'nib' }))?.revision).toBe(1);
    const rest = await Promise.all([take(40), take(70), take(100), take(130), take(160)]);
    expect(rest.filter((one) => one.ok)).toHaveLength(3);
    expect(rest.filter((one) => !one.ok)).toEqual([
      { ok: false, refusal: { code: 'pages_full', room: 0, pagesMax: 4 } },
      { ok: false, refusal: { code: 'pages_full', room: 0, pagesMax: 4 } },
    ]);
    expect((await readPaper(world.db, { merchantId, kind: 'nib' }))?.pages).toHaveLength(4);
    expect(await world.db.selectFrom('platform_file').select('id').execute()).toHaveLength(4);
  });

  it('one bad file among several keeps them all out', async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const files = [new Blob([new Uint8Array(await photoOf())]), new Blob(['<svg/>'])];
    const taken = await takePaperFiles(world.app, { merchantId, kind: 'nib', files, by: ownerId, now });
    expect(taken).toEqual({ ok: false, refusal: { code: 'paper_unknown_kind' } });
    expect(await world.db.selectFrom('platform_file').select('id').execute()).toEqual([]);
  });

  it('nobody who belongs to the business checks its papers; others still do', async () => {
    const { world, merchantId, declare, check, verifier } = await begin();
    accepted(await declare({ kind: 'nib', number: '9120000000001' }));
    const scope = { scopeKind: 'merchant', scopeId: merchantId, role: 'cashier' } as const;
    const cashier = await makePerson(world, { role: scope });
    for (const level of ['platform', 'organiser', 'festival'] as const) {
      const own = await check({ by: cashier.personId, level, scopeId: 'scope' });
      expect(own).toEqual({ ok: false, refusal: { code: 'paper_not_yours' } });
    }
    expect((await readPaper(world.db, { merchantId, kind: 'nib' }))?.checks).toEqual([]);
    accepted(await check({ by: verifier }));
  });

  it('a check lapses when the paper changes, not when the same is said again', async () => {
    const { world, merchantId, ownerId, declare, check } = await begin();
    const lapsed = async () => (await readPaper(world.db, { merchantId, kind: 'nib' }))?.checks.map((c) => c.lapsed);
    const nib = { kind: 'nib', number: '0000000000000' } as const;
    accepted(await declare(nib));
    accepted(await check());
    accepted(await declare(nib));
    expect(await lapsed()).toEqual([false]);
    accepted(await declare({ ...nib, issuedOn: '2024-01-02' }));
    expect(await lapsed()).toEqual([true]);
    expect(await check({ revision: 1 })).toEqual({ ok: false, refusal: { code: 'paper_moved' } });
    accepted(await check({ revision: 2 }));
    expect(await lapsed()).toEqual([false]);
    await makePaperPage(world, { merchantId, ownerId, kind: 'nib' });
    expect(await lapsed()).toEqual([true]);
  });

  it('levels stand beside each other, and a paper that is not held is not checked', async () => {
    const { world, merchantId, declare, check } = await begin();
    accepted(await declare({ kind: 'nib' }));
    accepted(await check());
    accepted(await check({ level: 'organiser', scopeId: 'org_1', outcome: 'does_not_fit', note: 'Buram' }));
    accepted(await check({ level: 'festival', scopeId: 'fst_1' }));
    const found = await readPaper(world.db, { merchantId, kind: 'nib' });
    expect(found?.checks.map(({ level, outcome }) => [level, outcome]).sort()).toEqual([
      ['festival', 'fits'],
      ['organiser', 'does_not_fit'],
      ['platform', 'fits'],
    ]);
    accepted(await declare({ kind: 'nib', answer: 'none_yet' }));
    expect(await check({ revision: 2 })).toEqual({ ok: false, refusal: { code: 'paper_not_held' } });
  });

  it('the number read from the photo is compared without being shown', async () => {
    const { declare, check } = await begin();
    accepted(await declare({ kind: 'nib', number: '9120000000001' }));
    expect(await check({ numberRead: '9120000000002' })).toEqual({
      ok: false,
      refusal: { code: 'paper_number_differs' },
    });
    expect(await check({ numberRead: '912' })).toMatchObject({ ok: false, refusal: { code: 'paper_number_wrong' } });
    accepted(await check({ numberRead: '9120 0000 0000 1' }));
  });

  it('what waits for a verifier is what has pages and no check of what it is now', async () => {
    const { world, merchantId, ownerId, declare, check } = await begin();
    accepted(await declare({ kind: 'halal' }));
    expect(await readPaperQueue(world.db, { limit: 10 })).toEqual([]);
    await makePaperPage(world, { merchantId, ownerId, kind: 'nib' });
    expect(await readPaperQueue(world.db, { limit: 10 })).toMatchObject([{ merchantId, kind: 'nib', pages: 1 }]);
    accepted(await check({ revision: 1 }));
    expect(await readPaperQueue(world.db, { limit: 10 })).toEqual([]);
  });

  it('a paper cannot end before it begins, nor be issued tomorrow', async () => {
    const { declare, now } = await begin();
    const crossed = { issuedOn: '2026-01-02', validUntil: '2026-01-01' };
    expect(await declare({ kind: 'hygiene', ...crossed })).toEqual({
      ok: false,
      refusal: { code: 'paper_dates_crossed', ...crossed },
    });
    const issuedOn = addDays(dayOf(now, 'Asia/Jayapura'), 1);
    expect(await declare({ kind: 'hygiene', issuedOn })).toEqual({
      ok: false,
      refusal: { code: 'paper_issued_later', issuedOn },
    });
  });

  it('rules are those of their day', async () => {
    const { world } = await begin();
    const hygiene = (today: string, issuedOn: string | null) =>
      readPaperRules(world.db, { kind: 'hygiene', today, issuedOn });
    expect(await hygiene('2026-11-28', '2025-10-02')).toMatchObject({ lastsYears: 3, renewBeforeDays: 90 });
    expect(await hygiene('2026-11-28', '2025-10-03')).toMatchObject({ lastsYears: null });
    expect(await hygiene('2025-10-02', null)).toMatchObject({ renewBeforeDays: null });
    expect(await readHalalDuty(world.db, '2026-10-17')).toBeNull();
    expect((await readHalalDuty(world.db, '2026-10-18'))?.source).toContain('PP 42/2024');
  });
});
