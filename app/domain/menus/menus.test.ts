import { expect, it } from 'vitest';
import { makeDish, SIZE_AND_TOPPINGS } from '../../../test/factories/menus';
import { makeActiveMerchant, valueOf } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { type DishId, newId } from '~/shared/ids';
import { addDish } from './add-dish.server';
import { archiveDish, restoreDish } from './archive-dish.server';
import { changeDish } from './change-dish.server';
import { DISHES_MAX } from './menus';
import { moveDish } from './move-dish.server';
import { countDishes, readDish, readDishes, readMenu } from './read-menu.server';
import { removeDishPhoto, setDishPhoto } from './set-dish-photo.server';
import { dropOptionGroup, putOptionGroup } from './put-option-group.server';
import { setOptions } from './set-options.server';

onBothEngines('menu', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    return { world, ...(await makeActiveMerchant(world)), now: world.clock.now() };
  };
  const changesOf = async (world: World) => {
    const rows = await world.db.selectFrom('platform_outbox').select('payload').where('kind', '=', 'stalls.dish_changed').execute();
    return rows.map((row) => JSON.parse(row.payload).dishId as DishId);
  };

  it('a dish needs a name, a price and minutes; everything else may come later', async () => {
    const { world, merchantId, ownerId } = await begin();
    const dishId = await makeDish(world, { merchantId, name: 'Mi celor', price: 12_000, makeSeconds: 480, by: ownerId });
    const [dish] = await readMenu(world.db, merchantId);
    expect(dish).toMatchObject({
      id: dishId, name: 'Mi celor', price: 12_000, makeSeconds: 480, makeSecondsSetBy: ownerId,
      halal: 'unknown', allergenAnswer: 'unknown', allergens: [], spiceLevel: null, photo: null, groups: [], archivedAt: null,
    });
    expect(await changesOf(world)).toEqual([dishId]);
  });

  it('a double tap on "Tambah menu" adds one dish', async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const dish = { dishId: newId('dsh', now), merchantId, name: 'Tekwan', price: 10_000, makeSeconds: 300, by: ownerId, now };
    const added = await Promise.all([1, 2, 3].map(() => world.inTransaction((tx) => addDish(tx, dish))));
    expect(added.map((each) => each.ok)).toEqual([true, true, true]);
    expect(await readMenu(world.db, merchantId)).toHaveLength(1);
    expect(await changesOf(world)).toHaveLength(1);
  });

  it('the key of a file finds the dish of its last upload', async () => {
    const { world, merchantId } = await begin();
    const first = await makeDish(world, { merchantId, importIdentity: 'SKU-7' });
    expect(await makeDish(world, { merchantId, importIdentity: 'SKU-7', name: 'Lain' })).toBe(first);
    const other = await makeActiveMerchant(world);
    expect(await makeDish(world, { merchantId: other.merchantId, importIdentity: 'SKU-7' })).not.toBe(first);
  });

  it("nobody adds under another merchant's dish id", async () => {
    const { world, merchantId, now } = await begin();
    const dishId = await makeDish(world, { merchantId });
    const other = await makeActiveMerchant(world);
    const stolen = await world.inTransaction((tx) =>
      addDish(tx, { dishId, merchantId: other.merchantId, name: 'X', price: 1_000, makeSeconds: 60, by: null, now }),
    );
    expect(stolen).toEqual({ ok: false, refusal: { code: 'dish_elsewhere' } });
  });

  it('a menu takes at most 300 dishes and says so', async () => {
    const { world, merchantId, now } = await begin();
    await world.inTransaction(async (tx) => {
      for (let i = 0; i < DISHES_MAX; i++) {
        valueOf(await addDish(tx, { dishId: newId('dsh', now), merchantId, name: `D${i}`, price: 1_000, makeSeconds: 60, by: null, now }));
      }
    });
    const more = await world.inTransaction((tx) =>
      addDish(tx, { dishId: newId('dsh', now), merchantId, name: 'Satu lagi', price: 1_000, makeSeconds: 60, by: null, now }),
    );
    expect(more).toEqual({ ok: false, refusal: { code: 'menu_full', most: DISHES_MAX } });
  });

  it('a change touches only what is given, and allergens follow their answer', async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const dishId = await makeDish(world, { merchantId, halal: 'certified' });
    const change = (changes: Parameters<typeof changeDish>[1]['changes']) =>
      world.inTransaction((tx) => changeDish(tx, { dishId, merchantId, changes, by: ownerId, now }));
    valueOf(await change({ price: 12_000, allergenAnswer: 'listed', allergens: ['egg', 'crustacean', 'egg'] }));
    expect(await readDish(world.db, { merchantId, dishId })).toMatchObject({
      price: 12_000, name: 'Tekwan', halal: 'certified', allergenAnswer: 'listed', allergens: ['crustacean', 'egg'],
    });
    valueOf(await change({ allergenAnswer: 'none', allergens: ['egg'] }));
    expect(await readDish(world.db, { merchantId, dishId })).toMatchObject({ price: 12_000, allergenAnswer: 'none', allergens: [] });
    valueOf(await change({ makeSeconds: 240 }));
    expect(await readDish(world.db, { merchantId, dishId })).toMatchObject({ makeSeconds: 240, makeSecondsSetBy: ownerId });
  });

  it("another merchant's dish, or one off the menu, cannot be changed", async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const other = await makeActiveMerchant(world);
    const dishId = await makeDish(world, { merchantId: other.merchantId });
    const gone = { ok: false, refusal: { code: 'dish_gone' } };
    const options = { dishId, merchantId, by: ownerId, now };
    expect(await world.inTransaction((tx) => changeDish(tx, { ...options, changes: { price: 1_000 } }))).toEqual(gone);
    expect(await world.inTransaction((tx) => archiveDish(tx, options))).toEqual(gone);
    expect(await world.inTransaction((tx) => moveDish(tx, { ...options, direction: 'up' }))).toEqual(gone);
    expect(await world.inTransaction((tx) => removeDishPhoto(tx, options))).toEqual(gone);
    expect(await readDish(world.db, { merchantId, dishId })).toBeNull();
    const own = { ...options, merchantId: other.merchantId };
    valueOf(await world.inTransaction((tx) => archiveDish(tx, own)));
    expect(await world.inTransaction((tx) => changeDish(tx, { ...own, changes: { price: 1_000 } }))).toEqual(gone);
    expect(await world.inTransaction((tx) => setOptions(tx, { dishId: newId('dsh', now), groups: [], now }))).toEqual(gone);
  });

  it('a dish taken off the menu comes back where it stood, and old orders can still read it', async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const [a, b, c] = [await makeDish(world, { merchantId }), await makeDish(world, { merchantId }), await makeDish(world, { merchantId })];
    const options = { dishId: b, merchantId, by: ownerId, now };
    valueOf(await world.inTransaction((tx) => archiveDish(tx, options)));
    expect((await readMenu(world.db, merchantId)).map((dish) => dish.id)).toEqual([a, c]);
    expect((await readDishes(world.db, [b]))[0]?.archivedAt).toBe(now);
    valueOf(await world.inTransaction((tx) => restoreDish(tx, options)));
    expect((await readMenu(world.db, merchantId)).map((dish) => dish.id)).toEqual([a, b, c]);
  });

  it('dishes move one place at a time and stop at the ends', async () => {
    const { world, merchantId, now } = await begin();
    const [a, b, c] = [await makeDish(world, { merchantId }), await makeDish(world, { merchantId }), await makeDish(world, { merchantId })];
    const move = async (dishId: DishId, direction: 'up' | 'down') => {
      valueOf(await world.inTransaction((tx) => moveDish(tx, { dishId, merchantId, direction, now })));
      return (await readMenu(world.db, merchantId)).map((dish) => dish.id);
    };
    expect(await move(c, 'up')).toEqual([a, c, b]);
    expect(await move(c, 'up')).toEqual([c, a, b]);
    expect(await move(c, 'up')).toEqual([c, a, b]);
    expect(await move(a, 'down')).toEqual([c, b, a]);
  });

  it('an option keeps its number through renaming prices, leaving and coming back; a new one never takes an old number', async () => {
    const { world, merchantId, now } = await begin();
    const dishId = await makeDish(world, { merchantId, groups: SIZE_AND_TOPPINGS });
    const numbers = async () =>
      Object.fromEntries(
        (await readDish(world.db, { merchantId, dishId }))?.groups.flatMap((g) => g.options.map((o) => [o.name, o.number])) ?? [],
      );
    const set = (groups: typeof SIZE_AND_TOPPINGS) => world.inTransaction((tx) => setOptions(tx, { dishId, groups, now }));
    const before = await numbers();
    expect(Object.keys(before)).toEqual(['Biasa', 'Besar', 'Telur', 'Kerupuk']);
    const size = { name: 'ukuran', min: 1, max: 1, options: [{ name: 'BIASA', price: 1_000 }, { name: 'Jumbo', price: 9_000 }] };
    valueOf(await set([size]));
    expect(await numbers()).toEqual({ BIASA: before.Biasa, Jumbo: 5 });
    valueOf(await set(SIZE_AND_TOPPINGS));
    expect(await numbers()).toEqual(before);
    valueOf(await set([]));
    expect((await readDish(world.db, { merchantId, dishId }))?.groups).toEqual([]);
  });

  it.each([
    ['no options', [{ name: 'Ukuran', min: 0, max: 1, options: [] }], 'option_group_impossible'],
    ['more required than there are', [{ name: 'Ukuran', min: 3, max: 3, options: [{ name: 'A', price: 0 }] }], 'option_group_impossible'],
    ['at least above at most', [{ name: 'U', min: 2, max: 1, options: [{ name: 'A', price: 0 }, { name: 'B', price: 0 }] }], 'option_group_impossible'],
    ['one name twice', [{ name: 'U', min: 0, max: 1, options: [{ name: 'Telur', price: 0 }, { name: ' telur ', price: 0 }] }], 'option_twice'],
    ['one group twice', [{ name: 'U', min: 0, max: 1, options: [{ name: 'A', price: 0 }] }, { name: 'u', min: 0, max: 1, options: [{ name: 'B', price: 0 }] }], 'option_twice'],
    ['more groups than a screen holds', Array.from({ length: 11 }, (_, i) => ({ name: `G${i}`, min: 0, max: 1, options: [{ name: 'A', price: 0 }] })), 'options_too_many'],
    ['more options than a group holds', [{ name: 'U', min: 0, max: 1, options: Array.from({ length: 31 }, (_, i) => ({ name: `O${i}`, price: 0 })) }], 'options_too_many'],
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
        world.inTransaction((tx) => setOptions(tx, { dishId, groups: [{ name, min: 0, max: 1, options: [{ name, price: 0 }] }], now })),
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
      world.inTransaction((tx) => putOptionGroup(tx, { merchantId, dishId, group: { name, min: 0, max: 1, options: [{ name: 'X', price }] }, now }));
    const drop = (name: string) => world.inTransaction((tx) => dropOptionGroup(tx, { merchantId, dishId, name, now }));
    const groups = async () => (await readDish(world.db, { merchantId, dishId }))?.groups.map((g) => [g.name, g.options[0]?.price]);
    await Promise.all([put('Ukuran', 1_000), put('Topping', 2_000), put('Level', 0)]);
    expect((await groups())?.map(([name]) => name).sort()).toEqual(['Level', 'Topping', 'Ukuran']);
    valueOf(await put('TOPPING', 3_000));
    expect(await groups()).toContainEqual(['TOPPING', 3_000]);
    valueOf(await drop('topping'));
    valueOf(await drop('topping'));
    expect(await groups()).toHaveLength(2);
    const other = await makeActiveMerchant(world);
    const foreign = { merchantId: other.merchantId, dishId, now };
    const gone = { ok: false, refusal: { code: 'dish_gone' } };
    expect(await world.inTransaction((tx) => dropOptionGroup(tx, { ...foreign, name: 'Ukuran' }))).toEqual(gone);
    const group = { name: 'G', min: 0, max: 1, options: [{ name: 'X', price: 0 }] };
    expect(await world.inTransaction((tx) => putOptionGroup(tx, { ...foreign, group }))).toEqual(gone);
  });

  it('a photo becomes two public files, and taking it off shows the batik again', async () => {
    const { world, merchantId, now } = await begin();
    const dishId = await makeDish(world, { merchantId });
    const picture = { bytes: new Uint8Array([1, 2, 3]), contentType: 'image/webp' as const, width: 10, height: 10 };
    const photo = { small: picture, large: { ...picture, width: 20 }, colour: '#a0b0c0' };
    const small = valueOf(await world.inTransaction((tx) => setDishPhoto(tx, { dishId, merchantId, photo, now })));
    const dish = await readDish(world.db, { merchantId, dishId });
    expect(dish?.photo).toMatchObject({ small, colour: '#a0b0c0' });
    const file = await world.db.selectFrom('platform_file').selectAll().where('id', '=', small).executeTakeFirstOrThrow();
    expect(file).toMatchObject({ visibility: 'public', owner_kind: 'dish', owner_id: dishId, content_type: 'image/webp' });
    valueOf(await world.inTransaction((tx) => removeDishPhoto(tx, { dishId, merchantId, now })));
    expect((await readDish(world.db, { merchantId, dishId }))?.photo).toBeNull();
  });

  it('counts dishes and those that could be sold', async () => {
    const { world, merchantId } = await begin();
    await makeDish(world, { merchantId });
    await makeDish(world, { merchantId, price: null });
    const empty = await makeActiveMerchant(world);
    const counts = await countDishes(world.db, [merchantId, empty.merchantId]);
    expect(counts.get(merchantId)).toEqual({ dishes: 2, ready: 1 });
    expect(counts.get(empty.merchantId)).toEqual({ dishes: 0, ready: 0 });
  });
});
