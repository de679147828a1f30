import type { DishNames, TypedPaper } from '~/components/people/say-typed';
import { readDishNames } from '~/domain/menus/read-dish-names.server';
import { readTypedForHer } from '~/domain/merchants/read-typed.server';
import { readTypedField } from '~/domain/merchants/typed-field';
import type { AppContext } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { MerchantId } from '~/shared/ids';

/** What a helper typed, for its owner's eyes: numbers of papers opened, names of dishes beside it. */
export async function readTypedShown({ db, ports }: Pick<AppContext, 'db' | 'ports'>, merchantId: MerchantId) {
  const rows = await readTypedForHer(db, merchantId);
  const show = (field: string, value: unknown) =>
    readTypedField(field)?.of === 'document' ? openPaper(value, ports.secrets) : value;
  const typed = rows.map(({ field, before, after, byName, at }) => ({
    field,
    before: JSON.stringify(show(field, before) ?? null),
    after: JSON.stringify(show(field, after) ?? null),
    byName,
    at,
  }));
  return {
    typed,
    dishes: await readTypedDishes(
      db,
      merchantId,
      rows.map(({ field }) => field),
    ),
  };
}

/** Names of the dishes that these fields speak of. */
export async function readTypedDishes(
  db: AppContext['db'],
  merchantId: MerchantId,
  fields: readonly string[],
): Promise<DishNames> {
  const spokenOf = fields.some((field) => readTypedField(field)?.of === 'dish');
  return spokenOf ? readDishNames(db, merchantId) : {};
}

function openPaper(value: unknown, secrets: Pick<Secrets, 'open'>): TypedPaper | null {
  if (value === null) return null;
  const { answer, numberSealed, validUntil } = value as {
    answer: string;
    numberSealed: string | null;
    validUntil: string | null;
  };
  return { answer, number: numberSealed === null ? null : secrets.open(numberSealed), validUntil };
}
