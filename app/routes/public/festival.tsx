import { countFilters } from '~/components/customer/dish-filters';
import { FestivalPage } from '~/components/customer/festival-view';
import { passes, readFilters } from '~/components/customer/read-filters';
import { toDishView, toFestivalView, toStallCard, toStallView } from '~/components/customer/to-views';
import { currentDay, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { ALLERGENS } from '~/domain/menus/menus';
import { readBestSellers } from '~/domain/orders/read-best-sellers.server';
import { readFestivalMenu, type StallWithDishes } from '~/domain/stalls/read-festival-menu.server';
import { wordsFor } from '~/i18n';
import { formatDate, formatTime } from '~/i18n/format';
import type { Language } from '~/shared/language';
import { dayOf } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const BEST_SELLERS = 6;
const FOUND_MAX = 60;

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const festival = await readFestivalBySlug(app.db, args.params.slug ?? '');
  if (!festival || festival.state === 'draft') throw answerNotFound();
  const day = currentDay(festival.days, now);
  const announced = festival.publishedAt !== null;
  const menu = announced && day ? await readFestivalMenu(app.db, { festivalId: festival.id, day: day.day, now }) : [];
  const filters = readFilters(new URL(args.request.url).searchParams, ALLERGENS);
  const filtered = countFilters(filters) > 0;
  const matching = menu.map((stall) => ({
    ...stall,
    dishes: stall.dishes.filter((dish) => passes(toDishView(dish, false), toStallView(stall), filters)),
  }));
  const dishes = filtered
    ? matching.flatMap(foundDishes)
    : bestOf(menu, await readBestSellers(app.db, { festivalId: festival.id, most: BEST_SELLERS }));
  return {
    festival: toFestivalView(festival),
    today: day && festival.state === 'running' ? todayWords(day, { now, zone: festival.zone, language }) : null,
    stalls: (filtered ? matching.filter((stall) => stall.dishes.length > 0) : menu).map(toStallCard),
    dishes: dishes.slice(0, FOUND_MAX),
    filters,
    allergens: ALLERGENS,
  };
}

function foundDishes(stall: StallWithDishes) {
  return stall.dishes.map((dish) => ({ ...toDishView(dish, false), stall: toStallView(stall) }));
}

function bestOf(menu: StallWithDishes[], numbers: number[]) {
  const found = menu.flatMap(foundDishes);
  return numbers.flatMap((number) => found.find((dish) => dish.listing === number) ?? []);
}

function todayWords(
  day: { day: string; opensAt: number; closesAt: number },
  { now, zone, language }: { now: number; zone: string; language: Language },
) {
  const words = wordsFor(language).customer.festival;
  if (now >= day.closesAt) return words.closedToday;
  if (now >= day.opensAt) return words.openUntil(formatTime(day.closesAt, zone));
  if (day.day === dayOf(now, zone)) return words.opensAt(formatTime(day.opensAt, zone));
  return words.startsOn(formatDate(day.day, zone, 'short', language));
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'public, no-cache' });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.festival.name} · Pestarasa` },
        { name: 'description', content: data.festival.story ?? data.festival.place },
      ]
    : [];

export default function Festival() {
  return <FestivalPage {...useLoaderData<typeof loader>()} />;
}
