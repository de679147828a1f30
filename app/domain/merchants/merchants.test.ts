import { expect, it } from 'vitest';
import { type MerchantId, newId } from '~/shared/ids';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';
import { changeMerchantState } from './change-merchant-state.server';
import { readHours } from './read-hours.server';
import { readMerchant, readMerchantState, readMerchants } from './read-merchant.server';
import { setHours } from './set-hours.server';
import { updateProfile } from './update-profile.server';

onBothEngines('business profile', (engine) => {
  it('changes only what is given and keeps the code with its edition', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const change = (changes: Parameters<typeof updateProfile>[1]['changes']) =>
      world.inTransaction((tx) => updateProfile(tx, { merchantId, changes, by: ownerId, now: world.clock.now() }));
    accepted(
      await change({
        kbli: { edition: '2020', code: '56104' },
        womanOwned: 'yes',
        yearlySales: 90_000_000,
        story: 'Sejak 1998',
      }),
    );
    accepted(await change({ story: null }));
    expect(await readMerchant(world.db, merchantId)).toMatchObject({
      kbli: { edition: '2020', code: '56104' },
      womanOwned: 'yes',
      yearlySales: 90_000_000,
      story: null,
      ownerName: 'Siti',
    });
    expect(await change({ kbli: { edition: '2025', code: '56104' } })).toEqual({
      ok: false,
      refusal: { code: 'kbli_unknown', edition: '2025', number: '56104' },
    });
    expect(await change({ regionCode: '0000' })).toEqual({
      ok: false,
      refusal: { code: 'region_unknown', typed: '0000' },
    });
  });

  it('a closed business is not changed any more', async () => {
    const world = await engine.world();
    const { merchantId, ownerId } = await makeActiveMerchant(world);
    const now = world.clock.now();
    accepted(
      await world.inTransaction((tx) =>
        changeMerchantState(tx, { merchantId, to: 'closed', by: ownerId, why: 'owner', now }),
      ),
    );
    const changed = await world.inTransaction((tx) =>
      updateProfile(tx, { merchantId, changes: { story: 'x' }, by: ownerId, now }),
    );
    expect(changed).toEqual({ ok: false, refusal: { code: 'merchant_closed' } });
  });

  it('several are read at once, and nobody as null', async () => {
    const world = await engine.world();
    const [a, b] = [await makeActiveMerchant(world), await makeActiveMerchant(world)];
    const read = await readMerchants(world.db, [a.merchantId, b.merchantId, newId('mrc')]);
    expect(read.map((merchant) => merchant.id).sort()).toEqual([a.merchantId, b.merchantId].sort());
    expect(await readMerchant(world.db, newId('mrc'))).toBeNull();
    expect(await readMerchantState(world.db, newId('mrc'))).toBeNull();
  });
});

onBothEngines('opening hours', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    const { merchantId } = await makeActiveMerchant(world);
    const set = (days: Parameters<typeof setHours>[1]['days']) =>
      world.inTransaction((tx) => setHours(tx, { merchantId: merchantId as MerchantId, days, now: 1 }));
    return { set, read: () => readHours(world.db, merchantId) };
  };

  it('keeps closed days apart from days nobody answered, and two openings a day', async () => {
    const { set, read } = await begin();
    const monday = {
      weekday: 1,
      windows: [
        { opens: '06:00', closes: '10:00' },
        { opens: '17:00', closes: '01:00' },
      ],
    };
    accepted(await set([monday, { weekday: 0, windows: [] }]));
    expect(await read()).toEqual([{ weekday: 0, windows: [] }, monday]);
    accepted(await set([{ weekday: 1, windows: [] }]));
    expect(await read()).toEqual([
      { weekday: 0, windows: [] },
      { weekday: 1, windows: [] },
    ]);
    accepted(await set([]));
  });

  it('refuses openings that overlap or last no time', async () => {
    const { set, read } = await begin();
    expect(await set([{ weekday: 2, windows: [{ opens: '08:00', closes: '08:00' }] }])).toEqual({
      ok: false,
      refusal: { code: 'hours_empty_window', weekday: 2 },
    });
    expect(
      await set([
        {
          weekday: 3,
          windows: [
            { opens: '08:00', closes: '12:00' },
            { opens: '11:00', closes: '13:00' },
          ],
        },
      ]),
    ).toEqual({
      ok: false,
      refusal: { code: 'hours_overlap', weekday: 3 },
    });
    expect(
      await set([
        {
          weekday: 3,
          windows: [
            { opens: '17:00', closes: '01:00' },
            { opens: '18:00', closes: '20:00' },
          ],
        },
      ]),
    ).toMatchObject({ ok: false });
    expect(await read()).toEqual([]);
  });
});
