import type { ImportedDish, ImportedMerchant, ImportedOptionGroup, ImportedRow } from '../import';

/** One merchant with her dishes, put together from all her rows; the first row that says something is believed. */
export function mergeRows(rows: readonly ImportedRow[]): { merchant: ImportedMerchant; dishes: ImportedDish[] } {
  const merchants = rows.flatMap((row) => (row.merchant ? [row.merchant] : []));
  const first = <Key extends keyof ImportedMerchant>(key: Key) =>
    (merchants.find((each) => each[key] !== null)?.[key] ?? null) as ImportedMerchant[Key];
  const merchant: ImportedMerchant = {
    foreignId: first('foreignId'),
    stallName: first('stallName'),
    ownerName: first('ownerName'),
    phone: first('phone'),
    regionCode: first('regionCode'),
    district: first('district'),
    address: first('address'),
    category: first('category'),
    story: first('story'),
    hours: first('hours'),
  };
  const byKey = new Map<string, ImportedDish[]>();
  for (const dish of rows.flatMap((row) => row.dishes)) byKey.set(dish.key, [...(byKey.get(dish.key) ?? []), dish]);
  return { merchant, dishes: [...byKey.values()].map(mergeDish) };
}

/** A dish whose choices stand on several rows. Where each row carries its own price, the lowest is the dish's and the rest is on top. */
function mergeDish(rows: ImportedDish[]): ImportedDish {
  const [first, ...others] = rows as [ImportedDish, ...ImportedDish[]];
  if (others.length === 0) return first;
  const lowest = Math.min(...rows.map((row) => row.price ?? Number.POSITIVE_INFINITY));
  const price = Number.isFinite(lowest) ? lowest : null;
  const options: ImportedOptionGroup[] = [];
  for (const row of rows) {
    const above = price === null || row.price === null ? 0 : row.price - price;
    const raised = above > 0 && row.options.length === 1;
    for (const group of row.options) {
      const choices = group.options.map((option) => (raised ? { ...option, price: option.price + above } : option));
      const same = options.find((each) => each.name.toLowerCase() === group.name.toLowerCase());
      if (!same) options.push({ ...group, options: choices });
      else
        same.options.push(
          ...choices.filter(
            (choice) => !same.options.some((each) => each.name.toLowerCase() === choice.name.toLowerCase()),
          ),
        );
    }
  }
  const varies = rows.some((row) => row.price !== price);
  return {
    ...first,
    price,
    options: options.map((group) =>
      varies && options.length === 1
        ? { ...group, min: 1, max: 1 }
        : { ...group, max: group.max === 1 && group.min === 1 ? 1 : group.options.length },
    ),
  };
}
