/** Words, constants and pure rules of menus; safe in the browser. */

/** Unknown stays unknown; the four honest answers are those of the halal law (domain.md §1.8). */
export const HALAL_STATES = ['unknown', 'certified', 'in_process', 'not_yet', 'not_halal'] as const;
export type HalalState = (typeof HALAL_STATES)[number];

/** BPOM's allergen groups (course-facts.md F4.7; label duty for packaged food, asked here because customers need it). */
export const ALLERGENS = [
  'gluten',
  'egg',
  'fish',
  'crustacean',
  'mollusc',
  'peanut',
  'soy',
  'milk',
  'tree_nut',
  'sulphite',
] as const;
export type Allergen = (typeof ALLERGENS)[number];

export const ALLERGEN_ANSWERS = ['unknown', 'none', 'listed'] as const;
export type AllergenAnswer = (typeof ALLERGEN_ANSWERS)[number];

/** Stalls write 0 to 5; 0 = not spicy. */
export const SPICE_LEVELS = [0, 1, 2, 3, 4, 5] as const;

/** Limits of a dish. Minutes are shown, seconds are stored. */
export const DISH_NAME_MAX = 80;
export const DISH_DESCRIPTION_MAX = 1_200;
export const DISH_CATEGORY_MAX = 40;
export const MAKE_MINUTES_MIN = 1;
export const MAKE_MINUTES_MAX = 120;
export const DISHES_MAX = 300;

/** A festival menu is short, so that guests choose and the kitchen cooks quickly (course-facts.md F10.1). */
export const FESTIVAL_MENU_LEAST = 3;
export const FESTIVAL_MENU_MOST = 8;

export const OPTION_NAME_MAX = 60;
export const OPTION_GROUPS_MAX = 10;
export const OPTIONS_MAX = 30;
export const OPTION_PRICE_MAX = 1_000_000;

/** A dish that could be put on sale: it has a price and somebody set its minutes (the act of the first lesson). */
export function isReadyToSell(dish: { price: number | null; makeSeconds: number | null }): boolean {
  return dish.price !== null && dish.price > 0 && dish.makeSeconds !== null && dish.makeSeconds > 0;
}
