import { expect, it } from 'vitest';
import { newId } from '~/shared/ids';
import { onBothEngines } from '../../test/setup/engines';

onBothEngines('a unit of work', (engine) => {
  it('keeps what it wrote when it answers', async () => {
    const { db, inTransaction, clock } = await engine.world();
    await inTransaction((tx) =>
      tx
        .insertInto('identity_person')
        .values({
          id: newId('psn'),
          phone: '+6281000000001',
          email: null,
          name: null,
          language: 'id',
          created_at: clock.now(),
        })
        .execute(),
    );
    expect(await db.selectFrom('identity_person').select('phone').execute()).toEqual([{ phone: '+6281000000001' }]);
  });
});
