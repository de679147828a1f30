/** Business size under PP 7/2021 art. 35; the acquirer's QRIS criterion is another thing and another field. */
export const SIZE_CLASSES = ['micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

interface SizeRule {
  validFrom: string;
  source: string;
  /** Upper bounds in rupiah, inclusive: capital without land and buildings; yearly sales. */
  capital: Record<Exclude<SizeClass, 'large'>, number>;
  sales: Record<Exclude<SizeClass, 'large'>, number>;
}

const BILLION = 1_000_000_000;

/** Dated rules, newest last (domain.md §1.6). */
export const SIZE_RULES: readonly SizeRule[] = [
  {
    validFrom: '2021-02-02',
    source: 'PP 7/2021 pasal 35',
    capital: { micro: BILLION, small: 5 * BILLION, medium: 10 * BILLION },
    sales: { micro: 2 * BILLION, small: 15 * BILLION, medium: 50 * BILLION },
  },
];

/**
 * Size class on a day. Yearly sales decide for a business that has them; capital for a new one.
 * Null while neither is known.
 */
export function sizeClassOf(
  { capital, yearlySales }: { capital: number | null; yearlySales: number | null },
  day: string,
): { sizeClass: SizeClass; source: string } | null {
  const rule = SIZE_RULES.findLast((each) => each.validFrom <= day);
  const amount = yearlySales ?? capital;
  if (!rule || amount === null) return null;
  const bounds = yearlySales === null ? rule.capital : rule.sales;
  const sizeClass = (['micro', 'small', 'medium'] as const).find((each) => amount <= bounds[each]) ?? 'large';
  return { sizeClass, source: rule.source };
}
