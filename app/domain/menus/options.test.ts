import { expect, it } from 'vitest';
import { makeDish, SIZE_AND_TOPPINGS } from '../../../test/factories/menus';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines } from '../../../test/setup/engines';
import { dropOptionGroup, putOptionGroup } from './put-option-group.server';
import { readDish } from './read-menu.server';
import { setOptions } from './set-options.server';

onBothEngines('options of a dish', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    return { world, ...(await makeActiveMerchant(world)), now: world.clock.now() };
  };

  it('an option keeps its number through renaming prices, leaving and coming back; a new one never takes an old number', async () => {
    const { world, merchantId, now } = await begin();
    const dishId = await makeDish(world, { merchantId, groups: SIZE_AND_TOPPINGS });
    const numbers = async () =>
      Object.fromEntries(
        (await readDish(world.db, { merchantId, dishId }))?.groups.flatMap((g) =>
          g.options.map((o) => [o.name, o.number]),
        ) ?? [],
      );
    const set = (groups: typeof SIZE_AND_TOPPINGS) =>
      world.inTransaction((tx) => setOptions(tx, { dishId, groups, now }));
    const before = await numbers();
    expect(Object.keys(before)).toEqual(['Biasa', 'Besar', 'Telur', 'Kerupuk']);
    const size = {
      name: 'ukuran',
      min: 1,
      max: 1,
      options: [
        { name: 'BIASA', price: 1_000 },
        { name: 'Jumbo', price: 9_000 },
      ],
    };
    accepted(await set([size]));
    expect(await numbers()).toEqual({ BIASA: before.Biasa, Jumbo: 5 });
    accepted(await set(SIZE_AND_TOPPINGS));
    expect(await numbers()).toEqual(before);
    accepted(await set([]));
    expect((await readDish(world.db, { merchantId, dishId }))?.groups).toEqual([]);
  });

  it.each([
    ['no options', [{ name: 'Ukuran', min: 0, max: 1, options: [] }], 'option_group_impossible'],
    [
      'more required than there are',
      [{ name: 'Ukuran', min: 3, max: 3, options: [{ name: 'A', price: 0 }] }],
      'option_group_impossible',
    ],
    [
      'at least above at most',
      [
        {
          name: 'U',
          min: 2,
          max: 1,
          options: [
            { name: 'A', price: 0 },
            { name: 'B', price: 0 },
          ],
        },
      ],
      'option_group_impossible',
    ],
    [
      'one name twice',
      [
        {
          name: 'U',
          min: 0,
          max: 1,
          options: [
            { name: 'Telur', price: 0 },
            { name: ' telur ', price: 0 },
          ],
        },
      ],
      'option_twice',
    ],
    [
      'one group twice',
      [
        { name: 'U', min: 0, max: 1, options: [{ name: 'A', price: 0 }] },
        { name: 'u', min: 0, max: 1, options: [{ name: 'B', price: 0 }] },
      ],
      'option_twice',
    ],
    [
      'more groups than a screen holds',
      Array.from({ length: 11 }, (_, i) => ({ name: `G${i}`, min: 0, max: 1, options: [{ name: 'A', price: 0 }] })),
      'options_too_many',
    ],
    [
      'more options than a group holds',
      [{ name: 'U', min: 0, max: 1, options: Array.from({ length: 31 }, (_, i) => ({ name: `O${i}`, price: 0 })) }],
      'options_too_many',
    ],
  ])('options that cannot be chosen are refused: %s', async (_, groups, code) => {
    const { world, merchantId, now } = await begin();
    const dishId = await makeDish(world, { merchantId, groups: SIZE_AND_TOPPINGS });
    const set = await world.inTransaction((tx) => setOptions(tx, { dishId, groups, now }));
    expect(set).toMatchObject({ ok: false, refusal: { code } });
    expect((await readDish(world.db, { merchantId, dishId }))?.groups).toHaveLength(2);
  });

  it('two people saving options at once never give one number twice', async () => {
    const { world, merchantId, now } = await begin();
    const dishId = await makeDish(world, { merchantId });
    await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) =>
        world.inTransaction((tx) =>
          setOptions(tx, { dishId, groups: [{ name, min: 0, max: 1, options: [{ name, price: 0 }] }], now }),
        ),
      ),
    );
    const rows = await world.db.selectFrom('menu_option').select('number').where('dish_id', '=', dishId).execute();
    expect(rows.map((row) => row.number).sort()).toEqual([1, 2, 3, 4]);
    expect((await readDish(world.db, { merchantId, dishId }))?.groups).toHaveLength(1);
  });

  it('groups are added, replaced and taken away one by one, also at once', async () => {
    const { world, merchantId, now } = await begin();
    const dishId = await makeDish(world, { merchantId });
    const put = (name: string, price: number) =>
      world.inTransaction((tx) =>
        putOptionGroup(tx, {
          merchantId,
          dishId,
          group: { name, min: 0, max: 1, options: [{ name: 'X', price }] },
          now,
        }),
      );
    const drop = (name: string) => world.inTransaction((tx) => dropOptionGroup(tx, { merchantId, dishId, name, now }));
    const groups = async () =>
      (await readDish(world.db, { merchantId, dishId }))?.groups.map((g) => [g.name, g.options[0]?.price]);
    await Promise.all([put('Ukuran', 1_000), put('Topping', 2_000), put('Level', 0)]);
    expect((await groups())?.map(([name]) => name).sort()).toEqual(['Level', 'Topping', 'Ukuran']);
    accepted(await put('TOPPING', 3_000));
    expect(await groups()).toContainEqual(['TOPPING', 3_000]);
    accepted(await drop('topping'));
    accepted(await drop('topping'));
    expect(await groups()).toHaveLength(2);
    const other = await makeActiveMerchant(world);
    const foreign = { merchantId: other.merchantId, dishId, now };
    const gone = { ok: false, refusal: { code: 'dish_gone' } };
    expect(await world.inTransaction((tx) => dropOptionGroup(tx, { ...foreign, name: 'Ukuran' }))).toEqual(gone);
    const group = { name: 'G', min: 0, max: 1, options: [{ name: 'X', price: 0 }] };
    expect(await world.inTransaction((tx) => putOptionGroup(tx, { ...foreign, group }))).toEqual(gone);
  });
});
