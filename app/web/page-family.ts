/** Pages that look and behave alike, and so load the same stylesheets and the same file of custom elements. */
export type PageFamily = 'menu' | 'customer' | 'screen' | 'merchant' | 'stall' | 'organiser';

/** Stylesheets of app/styles/pages. */
export type StyleName = 'menu' | 'customer' | 'screen' | 'merchant' | 'stall' | 'organiser';

/** A customer comes to the basket from a menu: what that brought stays, only the rest is loaded. */
export const STYLES_OF_FAMILY: Record<PageFamily, readonly StyleName[]> = {
  menu: ['menu'],
  customer: ['menu', 'customer'],
  screen: ['screen'],
  merchant: ['merchant'],
  stall: ['stall'],
  organiser: ['organiser'],
};

/**
 * Pages that are not of their folder's family. A menu is what is seen first, behind a QR or a link in a chat: it must fit
 * into the first bytes.
 */
const FAMILY_OF_PAGE: Record<string, PageFamily> = {
  'public/home': 'menu',
  'public/festival': 'menu',
  'public/stall': 'menu',
  'public/search': 'menu',
  'public/not-found': 'menu',
  'public/ready-board': 'screen',
};

export const FAMILY_OF_FOLDER: Record<string, PageFamily> = {
  public: 'customer',
  customer: 'customer',
  dev: 'customer',
  account: 'merchant',
  merchant: 'merchant',
  stall: 'stall',
  organiser: 'organiser',
  operator: 'organiser',
};

/**
 * The family of a page by its route id (`customer/basket`, `en:customer/basket`): by the folder of its route, a few by name.
 * Answers customer where there is no page, as an unknown address is a customer's.
 */
export function pageFamilyOf(routeId: string | undefined): PageFamily {
  const id = routeId?.replace(/^en:/, '') ?? '';
  return FAMILY_OF_PAGE[id] ?? FAMILY_OF_FOLDER[id.split('/')[0] ?? ''] ?? 'customer';
}

/** Visitors and customers; everybody else works here. */
export function isForCustomers(family: PageFamily): boolean {
  return family === 'menu' || family === 'customer' || family === 'screen';
}
