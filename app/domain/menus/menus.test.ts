import { expect, it } from 'vitest';
import { type DishId, newId } from '~/shared/ids';
import { makeDish } from '../../../test/factories/menus';
import { accepted, makeActiveMerchant } from '../../../test/factories/merchants';
import { onBothEngines, type World } from '../../../test/setup/engines';
import { addDish } from './add-dish.server';
import { archiveDish, restoreDish } from './archive-dish.server';
import { changeDish } from './change-dish.server';
import { DISHES_MAX } from './menus';
import { moveDish } from './move-dish.server';
import { countDishes, readDish, readDishes, readMenu } from './read-menu.server';
import { removeDishPhoto, setDishPhoto } from './set-dish-photo.server';
import { setOptions } from './set-options.server';

onBothEngines('menu', (engine) => {
  const begin = async () => {
    const world = await engine.world();
    return { world, ...(await makeActiveMerchant(world)), now: world.clock.now() };
  };
  const changesOf = async (world: World) => {
    const rows = await world.db
      .selectFrom('platform_outbox')
      .select('payload')
      .where('kind', '=', 'stalls.dish_changed')
      .execute();
    return rows.map((row) => JSON.parse(row.payload).dishId as DishId);
  };

  it('a dish needs a name, a price and minutes; everything else may come later', async () => {
    const { world, merchantId, ownerId } = await begin();
    const dishId = await makeDish(world, {
      merchantId,
      name: 'Mi celor',
      price: 12_000,
      makeSeconds: 480,
      by: ownerId,
    });
    const [dish] = await readMenu(world.db, merchantId);
    expect(dish).toMatchObject({
      id: dishId,
      name: 'Mi celor',
      price: 12_000,
      makeSeconds: 480,
      makeSecondsSetBy: ownerId,
      halal: 'unknown',
      allergenAnswer: 'unknown',
      allergens: [],
      spiceLevel: null,
      photo: null,
      groups: [],
      archivedAt: null,
    });
    expect(await changesOf(world)).toEqual([dishId]);
  });

  it('a double tap on "Tambah menu" adds one dish', async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const dish = {
      dishId: newId('dsh', now),
      merchantId,
      name: 'Tekwan',
      price: 10_000,
      makeSeconds: 300,
      by: ownerId,
      now,
    };
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
        accepted(
          await addDish(tx, {
            dishId: newId('dsh', now),
            merchantId,
            name: `D${i}`,
            price: 1_000,
            makeSeconds: 60,
            by: null,
            now,
          }),
        );
      }
    });
    const more = await world.inTransaction((tx) =>
      addDish(tx, {
        dishId: newId('dsh', now),
        merchantId,
        name: 'Satu lagi',
        price: 1_000,
        makeSeconds: 60,
        by: null,
        now,
      }),
    );
    expect(more).toEqual({ ok: false, refusal: { code: 'menu_full', most: DISHES_MAX } });
  });

  it('a change touches only what is given, and allergens follow their answer', async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const dishId = await makeDish(world, { merchantId, halal: 'certified' });
    const change = (changes: Parameters<typeof changeDish>[1]['changes']) =>
      world.inTransaction((tx) => changeDish(tx, { dishId, merchantId, changes, by: ownerId, now }));
    accepted(await change({ price: 12_000, allergenAnswer: 'listed', allergens: ['egg', 'crustacean', 'egg'] }));
    expect(await readDish(world.db, { merchantId, dishId })).toMatchObject({
      price: 12_000,
      name: 'Tekwan',
      halal: 'certified',
      allergenAnswer: 'listed',
      allergens: ['crustacean', 'egg'],
    });
    accepted(await change({ allergenAnswer: 'none', allergens: ['egg'] }));
    expect(await readDish(world.db, { merchantId, dishId })).toMatchObject({
      price: 12_000,
      allergenAnswer: 'none',
      allergens: [],
    });
    accepted(await change({ makeSeconds: 240 }));
    expect(await readDish(world.db, { merchantId, dishId })).toMatchObject({
      makeSeconds: 240,
      makeSecondsSetBy: ownerId,
    });
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
    accepted(await world.inTransaction((tx) => archiveDish(tx, own)));
    expect(await world.inTransaction((tx) => changeDish(tx, { ...own, changes: { price: 1_000 } }))).toEqual(gone);
    expect(await world.inTransaction((tx) => setOptions(tx, { dishId: newId('dsh', now), groups: [], now }))).toEqual(
      gone,
    );
  });

  it('a dish taken off the menu comes back where it stood, and old orders can still read it', async () => {
    const { world, merchantId, ownerId, now } = await begin();
    const [a, b, c] = [
      await makeDish(world, { merchantId }),
      await makeDish(world, { merchantId }),
      await makeDish(world, { merchantId }),
    ];
    const options = { dishId: b, merchantId, by: ownerId, now };
    accepted(await world.inTransaction((tx) => archiveDish(tx, options)));
    expect((await readMenu(world.db, merchantId)).map((dish) => dish.id)).toEqual([a, c]);
    expect((await readDishes(world.db, [b]))[0]?.archivedAt).toBe(now);
    accepted(await world.inTransaction((tx) => restoreDish(tx, options)));
    expect((await readMenu(world.db, merchantId)).map((dish) => dish.id)).toEqual([a, b, c]);
  });

  it('dishes move one place at a time and stop at the ends', async () => {
    const { world, merchantId, now } = await begin();
    const [a, b, c] = [
      await makeDish(world, { merchantId }),
      await makeDish(world, { merchantId }),
      await makeDish(world, { merchantId }),
    ];
    const move = async (dishId: DishId, direction: 'up' | 'down') => {
      accepted(await world.inTransaction((tx) => moveDish(tx, { dishId, merchantId, direction, now })));
      return (await readMenu(world.db, merchantId)).map((dish) => dish.id);
    };
    expect(await move(c, 'up')).toEqual([a, c, b]);
    expect(await move(c, 'up')).toEqual([c, a, b]);
    expect(await move(c, 'up')).toEqual([c, a, b]);
    expect(await move(a, 'down')).toEqual([c, b, a]);
  });

  it('a photo becomes two public files, and taking it off shows the batik again', async () => {
    const { world, merchantId, now } = await begin();
    const dishId = await makeDish(world, { merchantId });
    const bytes = new Uint8Array([1, 2, 3]);
    const picture = { bytes, avif: bytes, contentType: 'image/webp' as const, width: 10, height: 10 };
    const photo = { small: picture, large: { ...picture, width: 20 }, colour: '#a0b0c0' };
    const id = accepted(await world.inTransaction((tx) => setDishPhoto(tx, { dishId, merchantId, photo, now })));
    const dish = await readDish(world.db, { merchantId, dishId });
    expect(dish?.photo).toEqual({ id, colour: '#a0b0c0' });
    const file = await world.db.selectFrom('platform_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(file).toMatchObject({
      visibility: 'public',
      owner_kind: 'dish',
      owner_id: dishId,
      content_type: 'image/webp',
    });
    accepted(await world.inTransaction((tx) => removeDishPhoto(tx, { dishId, merchantId, now })));
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
