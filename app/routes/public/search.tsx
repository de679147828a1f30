import { countFilters } from '~/components/customer/dish-filters';
import { readFilters } from '~/components/customer/read-filters';
import { SearchPage } from '~/components/customer/search-view';
import { toFestivalView, toFoundDish } from '~/components/customer/to-views';
import { currentDay, readFestivalBySlug } from '~/domain/festivals/read-festival.server';
import { readPublicFestivals } from '~/domain/festivals/read-festival-lists.server';
import { ALLERGENS } from '~/domain/menus/menus';
import type { BasketDish } from '~/domain/stalls/read-listed-dishes.server';
import { searchDishes } from '~/domain/stalls/search-dishes.server';
import { wordsFor } from '~/i18n';
import type { ReadDb } from '~/platform/app-context';
import { foldedWords } from '~/shared/fold-text';
import { languageOf } from '~/shared/paths';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const WORDS_MAX = 60;

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const query = new URL(args.request.url).searchParams;
  const words = (query.get('kata') ?? '').trim().slice(0, WORDS_MAX);
  const filters = readFilters(query, ALLERGENS);
  const festival = await readFestivalBySlug(app.db, query.get('festival') || (await runningSlug(app.db)));
  const day = festival?.publishedAt ? currentDay(festival.days, now) : null;
  const shown = { words, filters, allergens: ALLERGENS };
  if (!festival || !day) return { ...shown, festival: null, dishes: [] };
  if (!words && countFilters(filters) === 0) return { ...shown, festival: toFestivalView(festival), dishes: [] };
  const found = await searchDishes(app.db, {
    festivalId: festival.id,
    day: day.day,
    words,
    filters: {
      halal: filters.halal ? 'certified' : undefined,
      without: filters.without,
      priceMax: filters.priceMax ?? undefined,
    },
    now,
  });
  const dishes = found.dishes.filter(({ stall }) => !filters.open || stall.standing === 'open');
  return {
    ...shown,
    festival: toFestivalView(festival),
    dishes: namedFirst(dishes, words).map((dish) => toFoundDish(dish, true)),
  };
}

/** A dish that is called so comes before another dish of a stall that is called so. */
function namedFirst(dishes: BasketDish[], words: string): BasketDish[] {
  const wanted = foldedWords(words);
  const isNamed = ({ dish }: BasketDish) =>
    foldedWords(dish.name).some((word) => wanted.some((each) => word.startsWith(each)));
  return [...dishes.filter(isNamed), ...dishes.filter((dish) => !isNamed(dish))];
}

async function runningSlug(db: ReadDb): Promise<string> {
  return (await readPublicFestivals(db)).find(({ state }) => state === 'running')?.slug ?? '';
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).customer.search.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
