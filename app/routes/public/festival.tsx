import { countFilters } from '~/components/customer/dish-filters';
import { FestivalPage } from '~/components/customer/festival-view';
import { readCategory, readFilters, toSearchFilters } from '~/components/customer/read-filters';
import { toFestivalView, toFoundDish, toStallCard } from '~/components/customer/to-views';
import { currentDay, type FestivalDay, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { ALLERGENS } from '~/domain/menus/menus';
import { readBestSellers } from '~/domain/orders/read-best-sellers.server';
import { readListedDishes } from '~/domain/stalls/read-listed-dishes.server';
import { readStallCards } from '~/domain/stalls/read-stall-cards.server';
import { searchDishes } from '~/domain/stalls/search-dishes.server';
import { DISHES_A_PAGE, STALLS_A_PAGE } from '~/domain/stalls/stalls';
import { wordsFor } from '~/i18n';
import { formatDate, formatTime } from '~/i18n/format';
import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import { dayOf } from '~/shared/time';
import { answerNotFound } from '~/web/answer.server';
import { readPageNumber } from '~/web/page-number';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const BEST_SELLERS = 6;

interface Asked {
  festivalId: FestivalId;
  day: string;
  query: URLSearchParams;
  now: number;
}

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const festival = await readFestivalBySlug(app.db, args.params.slug ?? '');
  if (!festival || festival.state === 'draft') throw answerNotFound();
  const day = currentDay(festival.days, now);
  const query = new URL(args.request.url).searchParams;
  const filters = readFilters(query, ALLERGENS);
  const shown = {
    festival: toFestivalView(festival),
    today: day && festival.state === 'running' ? todayWords(day, { now, zone: festival.zone, language }) : null,
    filters,
    category: readCategory(query),
    allergens: ALLERGENS,
    page: readPageNumber(query),
  };
  if (festival.publishedAt === null || !day)
    return { ...shown, stalls: [], dishes: [], total: 0, pages: 1, more: false };
  const asked = { festivalId: festival.id, day: day.day, query, now };
  return {
    ...shown,
    ...(countFilters(filters) > 0 ? await readFound(app.db, asked) : await readStalls(app.db, asked)),
  };
}

async function readStalls(db: ReadDb, { festivalId, day, query, now }: Asked) {
  const page = readPageNumber(query);
  const category = readCategory(query);
  const cards = await readStallCards(db, { festivalId, day, page, category: category ?? undefined, now });
  const isFront = page === 1 && category === null;
  const best = isFront ? await readBestSellers(db, { festivalId, most: BEST_SELLERS }) : [];
  const dishes = await readListedDishes(db, { festivalId, numbers: best, day, now });
  return {
    stalls: cards.stalls.map(toStallCard),
    dishes: best.flatMap((number) =>
      dishes.filter((dish) => dish.number === number).map((one) => toFoundDish(one, false)),
    ),
    total: cards.total,
    pages: Math.ceil(cards.total / STALLS_A_PAGE),
    more: false,
  };
}

async function readFound(db: ReadDb, { festivalId, day, query, now }: Asked) {
  const filters = toSearchFilters(readFilters(query, ALLERGENS));
  const page = readPageNumber(query);
  const { dishes, total, more } = await searchDishes(db, { festivalId, day, words: '', filters, page, now });
  return {
    stalls: [],
    dishes: dishes.map((dish) => toFoundDish(dish, false)),
    total,
    pages: Math.ceil(total / DISHES_A_PAGE),
    more: more === 'yes',
  };
}

function todayWords(day: FestivalDay, { now, zone, language }: { now: number; zone: string; language: Language }) {
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
