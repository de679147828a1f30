import { setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { setFestivalPrice } from '~/domain/stalls/set-festival-price.server';
import { finishQuiz } from '~/domain/training/finish-quiz.server';
import { readLesson } from '~/domain/training/read-lesson.server';
import { type FestivalId, newId } from '~/shared/ids';
import { drawDish } from './draw-dish';
import { readOffered } from './offered';
import type { Owned } from './owners';
import { mustHave, type Stage } from './stage';

const SHOPS_WITH_PHOTOS = 4;

/** A few owners show their dishes, some have taken the first lesson; the others still have it before them. */
export async function fillShops(stage: Stage, owned: readonly Owned[]): Promise<void> {
  const { app, dice } = stage;
  const now = app.clock.now();
  for (const { merchantId } of owned.slice(1, 1 + SHOPS_WITH_PHOTOS)) {
    const dishes = await app.db
      .selectFrom('menu_dish')
      .select(['id', 'name'])
      .where('merchant_id', '=', merchantId)
      .orderBy('position')
      .limit(2)
      .execute();
    for (const { id, name } of dishes) {
      const photo = mustHave(await app.ports.images.readPhoto(await drawDish(name, dice)));
      await app.inTransaction((tx) => setDishPhoto(tx, { dishId: id, merchantId, photo, now }));
    }
  }
  await learn(
    stage,
    owned.filter((_, at) => at % 3 === 1),
    now,
  );
}

async function learn({ app }: Stage, owned: readonly Owned[], now: number): Promise<void> {
  const lesson = readLesson('menu-dan-harga', 1, 'id');
  if (!lesson) throw new Error('the first lesson is missing');
  const right = lesson.quiz.questions.map(({ id, options }) => [
    id,
    options.find((option) => option.right === 'yes')?.id ?? '',
  ]);
  const choices = Object.fromEntries(right) as Record<string, string>;
  await app.inTransaction(async (tx) => {
    for (const { merchantId, ownerId } of owned) {
      const attempt = newId('att', now);
      const quiz = {
        merchantId,
        personId: ownerId,
        lesson: lesson.slug,
        version: lesson.version,
        attempt,
        choices,
        now,
      };
      mustHave(await finishQuiz(tx, quiz));
    }
  });
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
