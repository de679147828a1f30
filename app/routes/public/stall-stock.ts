import { FEW_LEFT } from '~/components/customer/dish-badges';
import { currentDay, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { readPortionsLeft } from '~/domain/stalls/read-stall-page.server';
import { wordsFor } from '~/i18n';
import { answerNotFound } from '~/web/answer.server';
import type { LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** How many portions are left of what a stall counts; asked for by app/enhance/stall-stock.ts because the menu around it is kept. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const festival = await readFestivalBySlug(app.db, args.params.slug ?? '');
  const day = festival?.publishedAt ? currentDay(festival.days, now) : null;
  if (!festival || !day) throw answerNotFound();
  const counts = await readPortionsLeft(app.db, {
    festivalId: festival.id,
    slug: args.params.stall ?? '',
    day: day.day,
  });
  if (!counts) throw answerNotFound();
  const words = wordsFor(language).customer.dish;
  const dishes = counts.map(({ listing, left }) => ({
    listing,
    left,
    label: left > 0 && left <= FEW_LEFT ? words.left(left) : null,
  }));
  return Response.json(dishes, { headers: { 'Cache-Control': 'no-store' } });
}
