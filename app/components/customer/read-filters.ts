import { isMerchantCategory } from '~/domain/merchants/merchants';
import { type DishFilters, PRICES } from './dish-filters';

/** Filters out of the query of an address; what is not understood is not filtered. */
export function readFilters(query: URLSearchParams, allergens: readonly string[]): DishFilters {
  const wanted = new Set(query.getAll('saring'));
  const price = query.get('harga') ?? '';
  return {
    halal: wanted.has('halal'),
    open: wanted.has('buka'),
    priceMax: /^\d{1,9}$/.test(price) ? Number(price) : null,
    without: query.getAll('tanpa').filter((each) => allergens.includes(each)),
  };
}

/** The same filters as the search asks them. */
export function toSearchFilters({ halal, open, priceMax, without }: DishFilters) {
  return {
    halal: halal ? ('certified' as const) : undefined,
    open: open ? ('only' as const) : undefined,
    priceMax: priceMax ?? undefined,
    without,
  };
}

/** The filters as they stand in an address, for the links to other pages of the same list. */
export function filterQuery({ halal, open, priceMax, without }: DishFilters): [string, string][] {
  const pairs: [string, string][] = without.map((each) => ['tanpa', each]);
  if (priceMax !== null) pairs.unshift(['harga', String(priceMax)]);
  if (open) pairs.unshift(['saring', 'buka']);
  if (halal) pairs.unshift(['saring', 'halal']);
  return pairs;
}

/** Kind of thing that stalls sell, out of the query of an address; null = every kind. */
export function readCategory(query: URLSearchParams): string | null {
  const asked = query.get('jenis');
  return isMerchantCategory(asked) ? asked : null;
}

/**
 * Whether a query asks only what the page itself offers, nothing twice and no page beyond the last: any other is
 * answered, but not kept in memory, where it would take the place of pages that people do ask for.
 */
export function isOfferedQuery(query: URLSearchParams, allergens: readonly string[], pages: number): boolean {
  const given = [...query];
  const once = new Set(given.map((each) => each.join('=')));
  return once.size === given.length && given.every(([name, value]) => isOffered(name, value, allergens, pages));
}

function isOffered(name: string, value: string, allergens: readonly string[], pages: number): boolean {
  if (name === 'saring') return value === 'halal' || value === 'buka';
  if (name === 'harga') return value === '' || PRICES.map(String).includes(value);
  if (name === 'tanpa') return allergens.includes(value);
  if (name === 'jenis') return isMerchantCategory(value);
  return name === 'hal' && /^[1-9]\d{0,4}$/.test(value) && Number(value) <= pages;
}
