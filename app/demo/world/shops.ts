import { addDish } from '~/domain/menus/add-dish.server';
import { setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { setFestivalPrice } from '~/domain/stalls/set-festival-price.server';
import { LESSONS } from '~/domain/training/training';
import { type FestivalId, type MerchantId, newId } from '~/shared/ids';
import { passQuizzes } from './course';
import { drawDish } from './draw-dish';
import { readOffered } from './offered';
import type { Owned } from './owners';
import { mustHave, type Stage } from './stage';

const SHOPS_WITH_PHOTOS = 4;
const FIRST_LESSON = LESSONS.filter(({ slug }) => slug === 'menu-dan-harga');

/** What one stall adds to its own dishes, so that a long menu with a picture of everything can be seen. */
const FULL_MENU = {
  most: 12,
  dishes: [
    { name: 'Pempek adaan', category: 'Pempek', price: 15_000, minutes: 5 },
    { name: 'Tekwan kuah udang', category: 'Berkuah', price: 18_000, minutes: 6 },
    { name: 'Lenggang panggang', category: 'Pempek', price: 20_000, minutes: 9 },
    { name: 'Mie celor', category: 'Berkuah', price: 20_000, minutes: 7 },
    { name: 'Martabak kari', category: 'Gorengan', price: 22_000, minutes: 8 },
    { name: 'Pindang patin', category: 'Berkuah', price: 28_000, minutes: 8 },
    { name: 'Kemplang sambal', category: 'Camilan', price: 10_000, minutes: 2 },
    { name: 'Es kacang merah', category: 'Minuman', price: 12_000, minutes: 3 },
    { name: 'Es jeruk kunci', category: 'Minuman', price: 8_000, minutes: 2 },
    { name: 'Kopi susu gula aren', category: 'Minuman', price: 14_000, minutes: 3 },
  ],
} as const;

/** The owner who shows her whole menu. */
export const proudestOf = (owned: readonly Owned[]): Owned | undefined => owned[1];

/** A few owners show their dishes, one of them a whole menu; some have taken the first lesson, the others still have it before them. */
export async function fillShops(stage: Stage, owned: readonly Owned[]): Promise<void> {
  const now = stage.app.clock.now();
  const proudest = proudestOf(owned);
  const others = owned.filter((one) => one !== proudest).slice(1, SHOPS_WITH_PHOTOS);
  if (proudest) {
    await fillMenu(stage, proudest);
    await showDishes(stage, proudest, FULL_MENU.most);
  }
  for (const shop of others) await showDishes(stage, shop, 2);
  const learners = owned.filter((_, at) => at % 3 === 1);
  await stage.app.inTransaction(async (tx) => {
    for (const learner of learners) await passQuizzes(tx, learner, { lessons: FIRST_LESSON, now });
  });
}

/** Adds dishes that the menu does not have yet, until it is as long as a long menu is. */
async function fillMenu({ app }: Stage, { merchantId, ownerId }: Owned): Promise<void> {
  const now = app.clock.now();
  const known = await readDishes(app, merchantId);
  const missing = FULL_MENU.dishes.filter(({ name }) => !known.some((dish) => dish.name === name));
  await app.inTransaction(async (tx) => {
    for (const dish of missing.slice(0, FULL_MENU.most - known.length)) {
      const { name, category, price, minutes } = dish;
      const added = { dishId: newId('dsh', now), merchantId, name, category, price, makeSeconds: minutes * 60 };
      mustHave(await addDish(tx, { ...added, by: ownerId, now }));
    }
  });
}

/** Drawn two at a time, as many as are encoded at once. */
async function showDishes({ app, dice }: Stage, { merchantId }: Owned, most: number): Promise<void> {
  const now = app.clock.now();
  const drawn = [];
  for (const { id, name } of (await readDishes(app, merchantId)).slice(0, most)) {
    drawn.push({ id, picture: await drawDish(name, dice) });
  }
  await Promise.all(
    drawn.map(async ({ id, picture }) => {
      const photo = mustHave(await app.ports.images.readPhoto(picture));
      await app.inTransaction((tx) => setDishPhoto(tx, { dishId: id, merchantId, photo, now }));
    }),
  );
}

function readDishes({ db }: Stage['app'], merchantId: MerchantId) {
  return db
    .selectFrom('menu_dish')
    .select(['id', 'name'])
    .where('merchant_id', '=', merchantId)
    .orderBy('position')
    .execute();
}

/** Here and there the festival price is not the normal price, and both are shown. */
export async function priceForFestival(stage: Stage, festivalId: FestivalId): Promise<void> {
  const { app, dice } = stage;
  const offered = await readOffered(app.db, festivalId);
  const now = app.clock.now();
  await app.inTransaction(async (tx) => {
    for (const { listing, participationId, price } of offered.filter(() => dice.chance(12))) {
      const festivalPrice = price + dice.pick([-2_000, -1_000, 1_000, 2_000]);
      mustHave(await setFestivalPrice(tx, { festivalId, participationId, listing, price: festivalPrice, now }));
    }
  });
}
