import type { DishFilters } from './dish-filters';
import type { DishView, StallView } from './views';

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

/** Does a dish pass? Unknown allergens do not: unknown stays unknown. */
export function passes(dish: DishView, stall: StallView, filters: DishFilters): boolean {
  const { halal, open, priceMax, without } = filters;
  if (halal && dish.halal !== 'certified') return false;
  if (open && stall.standing.state !== 'open') return false;
  if (priceMax !== null && dish.festivalPrice > priceMax) return false;
  if (without.length === 0) return true;
  return dish.allergenAnswer !== 'unknown' && !dish.allergens.some((each) => without.includes(each));
}
