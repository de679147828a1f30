/** Pages that look and behave alike, and so load the same stylesheet and the same file of custom elements. */
export type PageFamily = 'customer' | 'merchant' | 'stall' | 'organiser';

export const FAMILY_OF_FOLDER: Record<string, PageFamily> = {
  public: 'customer',
  customer: 'customer',
  dev: 'customer',
  merchant: 'merchant',
  stall: 'stall',
  organiser: 'organiser',
  operator: 'organiser',
};

/**
 * The family of a page by the folder of its route, from its route id (`customer/basket`, `en:customer/basket`).
 * Answers customer where there is no page, as an unknown address is a customer's.
 */
export function pageFamilyOf(routeId: string | undefined): PageFamily {
  const folder = routeId?.replace(/^en:/, '').split('/')[0] ?? '';
  return FAMILY_OF_FOLDER[folder] ?? 'customer';
}
