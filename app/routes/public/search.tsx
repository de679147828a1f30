import { countFilters } from '~/components/customer/dish-filters';
import { readFilters, toSearchFilters } from '~/components/customer/read-filters';
import { SearchPage } from '~/components/customer/search-view';
import { toFestivalView, toFoundDish } from '~/components/customer/to-views';
import { currentDay, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { readRunningSlug } from '~/domain/festivals/read-festival-lists.server';
import { ALLERGENS } from '~/domain/menus/menus';
import { searchDishes } from '~/domain/stalls/search-dishes.server';
import { DISHES_A_PAGE } from '~/domain/stalls/stalls';
import { wordsFor } from '~/i18n';
import { languageOf } from '~/shared/paths';
import { readPageNumber } from '~/web/page-number';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const WORDS_MAX = 60;

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const query = new URL(args.request.url).searchParams;
  const words = (query.get('kata') ?? '').trim().slice(0, WORDS_MAX);
  const filters = readFilters(query, ALLERGENS);
  const festival = await readFestivalBySlug(app.db, query.get('festival') || ((await readRunningSlug(app.db)) ?? ''));
  const day = festival?.publishedAt ? currentDay(festival.days, now) : null;
  const page = readPageNumber(query);
  const shown = { words, filters, allergens: ALLERGENS, page };
  if (!festival || !day) return { ...shown, festival: null, ...NOTHING };
  if (!words && countFilters(filters) === 0) return { ...shown, festival: toFestivalView(festival), ...NOTHING };
  const asked = { festivalId: festival.id, day: day.day, words, filters: toSearchFilters(filters), page, now };
  const { dishes, total, more } = await searchDishes(app.db, asked);
  return {
    ...shown,
    festival: toFestivalView(festival),
    dishes: dishes.map((dish) => toFoundDish(dish, true)),
    total,
    pages: Math.ceil(total / DISHES_A_PAGE),
    more: more === 'yes',
  };
}

const NOTHING = { dishes: [], total: 0, pages: 1, more: false };

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).customer.search.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
