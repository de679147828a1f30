import { expect, it } from 'vitest';
import type { FileId } from '~/shared/ids';
import { onBothEngines } from '../../test/setup/engines';
import { recordAudit } from './audit.server';
import { readFileRow, readPublicPicture, removeFiles, storeFile, storePhoto } from './file.server';
import { readAnswer, storeAnswer } from './idempotency.server';
import { readTopicVersions, type Topic, touchTopics } from './topic.server';

const key = { scope: 'order', key: 'k1', contentHash: 'hash' };

onBothEngines('an answer under a key', (engine) => {
  it('is given again for the same content, and other content is told apart', async () => {
    const { inTransaction } = await engine.world();
    expect(await inTransaction((tx) => readAnswer(tx, key))).toEqual({ found: 'none' });
    await inTransaction((tx) => storeAnswer(tx, { ...key, result: 'ord_1', now: 1 }));
    expect(await inTransaction((tx) => readAnswer(tx, key))).toEqual({ found: 'same', result: 'ord_1' });
    expect(await inTransaction((tx) => readAnswer(tx, { ...key, contentHash: 'x' }))).toEqual({ found: 'other' });
    expect(await inTransaction((tx) => readAnswer(tx, { ...key, scope: 'x' }))).toEqual({ found: 'none' });
  });

  it('is one answer when twenty ask at once', async () => {
    const { inTransaction } = await engine.world();
    let made = 0;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        inTransaction(async (tx) => {
          const stored = await readAnswer(tx, key);
          if (stored.found === 'same') return stored.result;
          await new Promise((resolve) => setImmediate(resolve));
          await storeAnswer(tx, { ...key, result: `answer ${number}`, now: 1 });
          made++;
          return `answer ${number}`;
        }),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(made).toBe(1);
  });
});

onBothEngines('a photo', (engine) => {
  const bytesOf = (first: number) => new Uint8Array([first, 255, 0]);
  const picture = (first: number) => ({
    bytes: bytesOf(first),
    contentType: 'image/webp' as const,
    avif: bytesOf(first + 1),
    width: 3,
    height: 2,
  });

  it('is sent as AVIF where it is read, in its small size where that is wanted, and as WebP to everybody else', async () => {
    const { inTransaction, db } = await engine.world();
    const photo = { small: picture(10), large: picture(20), colour: '#a0b0c0' };
    const owner = { ownerKind: 'dish', ownerId: 'dsh_1', now: 5 } as const;
    const { small, large } = await inTransaction((tx) => storePhoto(tx, owner, photo));
    const sent = async (id: FileId, avif: boolean, smaller: boolean) => {
      const found = await readPublicPicture(db, id, { avif, smaller });
      return found && [found.contentType, (await found.read())[0]];
    };
    expect(await sent(large, false, false)).toEqual(['image/webp', 20]);
    expect(await sent(large, true, false)).toEqual(['image/avif', 21]);
    expect(await sent(large, true, true)).toEqual(['image/avif', 11]);
    expect(await sent(small, false, true)).toEqual(['image/webp', 10]);
    await inTransaction((tx) => removeFiles(tx, [small, large]));
    expect(await sent(large, true, true)).toBeNull();
  });

  it('from before there was AVIF is sent as it is; a private file never', async () => {
    const { inTransaction, db } = await engine.world();
    const store = (visibility: 'public' | 'private') =>
      inTransaction((tx) =>
        storeFile(tx, {
          ownerKind: 'dish',
          ownerId: 'dsh_1',
          visibility,
          contentType: 'image/webp',
          bytes: bytesOf(7),
          now: 5,
        }),
      );
    const old = await readPublicPicture(db, await store('public'), { avif: true, smaller: true });
    expect([old?.contentType, (await old?.read())?.[0]]).toEqual(['image/webp', 7]);
    expect(await readPublicPicture(db, await store('private'), { avif: true, smaller: false })).toBeNull();
  });
});

onBothEngines('a file', (engine) => {
  it('is kept as a row with its fingerprint, and can be dropped', async () => {
    const { inTransaction, db } = await engine.world();
    const id = await inTransaction((tx) =>
      storeFile(tx, {
        ownerKind: 'dish',
        ownerId: 'dsh_1',
        visibility: 'public',
        contentType: 'image/webp',
        bytes: new Uint8Array([0, 255, 7]),
        width: 2,
        height: 1,
        now: 5,
      }),
    );
    const row = await readFileRow(db, id);
    expect(row && { ...row, bytes: [...row.bytes] }).toMatchObject({
      bytes: [0, 255, 7],
      byte_size: 3,
      visibility: 'public',
      sha256: '92e469e6f34332f611f46cc5371592264628458db80d2a9c40310daec8384d23',
    });
    await inTransaction((tx) => removeFiles(tx, [id]));
    expect(await readFileRow(db, id)).toBeNull();
  });

  it('over 300 kB is refused by the house and by the database', async () => {
    const { inTransaction } = await engine.world();
    const file = { ownerKind: 'dish', ownerId: 'x', visibility: 'public', contentType: 'image/webp', now: 1 } as const;
    await expect(inTransaction((tx) => storeFile(tx, { ...file, bytes: new Uint8Array(300_001) }))).rejects.toThrow(
      RangeError,
    );
    const byHand = inTransaction((tx) =>
      tx
        .insertInto('platform_file')
        .values({
          id: 'fil_1',
          owner_kind: 'dish',
          owner_id: 'x',
          visibility: 'public',
          content_type: 'image/webp',
          bytes: new Uint8Array(300_001),
          byte_size: 300_001,
          sha256: '',
          width: null,
          height: null,
          created_at: 1,
        })
        .execute(),
    );
    await expect(byHand).rejects.toThrow(/check/i);
  });
});

onBothEngines('topics', (engine) => {
  it('grow with every touch and are told after the commit only', async () => {
    const { app, inTransaction, db } = await engine.world();
    const heard: (readonly Topic[])[] = [];
    const stop = app.onTopics((topics) => heard.push(topics));
    await inTransaction(async (tx) => {
      await touchTopics(tx, ['stall:par_1', 'festival:fst_1', 'stall:par_1'], 1);
      expect(heard).toEqual([]);
    });
    await inTransaction((tx) => touchTopics(tx, ['festival:fst_1'], 2));
    await inTransaction(async (tx) => {
      await touchTopics(tx, ['festival:fst_1'], 3);
      return { ok: false };
    });
    stop();
    await inTransaction((tx) => touchTopics(tx, ['stall:par_1'], 4));
    expect(heard).toEqual([['festival:fst_1', 'stall:par_1'], ['festival:fst_1']]);
    const versions = await readTopicVersions(db, ['festival:fst_1', 'stall:par_1', 'call:fst_1']);
    expect([...versions.values()]).toEqual([2, 2, 0]);
  });
});

onBothEngines('the audit trail', (engine) => {
  it('says who did what to whom', async () => {
    const { inTransaction, db } = await engine.world();
    await inTransaction((tx) =>
      recordAudit(tx, {
        actorId: null,
        action: 'merchant.suspended',
        subjectKind: 'merchant',
        subjectId: 'mrc_1',
        details: { days: 3 },
        now: 7,
      }),
    );
    expect(await db.selectFrom('platform_audit').select(['at', 'actor_id', 'action', 'details']).execute()).toEqual([
      { at: 7, actor_id: null, action: 'merchant.suspended', details: '{"days":3}' },
    ]);
  });
});
