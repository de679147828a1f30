import { FoldedFields } from '~/components/ui/folded-fields';
import { NumberField } from '~/components/ui/number-field';
import { TextField } from '~/components/ui/text-field';
import type { Cap } from '~/domain/festivals/caps';
import { MERCHANT_CATEGORIES } from '~/domain/merchants/merchants';
import { useWords } from '~/i18n';

/** Quotas as fields; an empty one is no quota. */
export function CapFields({ caps }: { caps: readonly Cap[] }) {
  const { caps: words, categories } = useWords().festivals;
  const limitOf = (kind: Cap['kind'], value = '') =>
    caps.find((cap) => cap.kind === kind && cap.value === value)?.limit;
  const named = caps.find(({ kind, value }) => kind === 'dish' && value !== '');
  return (
    <>
      <NumberField name="total" label={words.total} value={limitOf('total')} optional />
      <NumberField name="dish" label={words.dish} hint={words.dishHint} value={limitOf('dish')} optional />
      <div className="two-up two-up-tight">
        <TextField name="dishName" label={words.namedDish} hint={words.namedDishHint} value={named?.value} optional />
        <NumberField name="dishNameLimit" label={words.namedDishLimit} value={named?.limit} optional />
      </div>
      <NumberField name="halalShare" label={words.halal} value={limitOf('halal_share')} suffix="%" optional />
      <NumberField name="district" label={words.district} value={limitOf('district')} optional />
      <NumberField
        name="category"
        label={words.category}
        hint={words.categoryHint}
        value={limitOf('category')}
        optional
      />
      <FoldedFields summary={words.more} names={MERCHANT_CATEGORIES.map((kind) => `category.${kind}`)}>
        <div className="two-up two-up-tight">
          {MERCHANT_CATEGORIES.map((kind) => (
            <NumberField
              key={kind}
              name={`category.${kind}`}
              label={words.oneCategory(categories[kind] ?? kind)}
              value={limitOf('category', kind)}
              optional
            />
          ))}
        </div>
      </FoldedFields>
    </>
  );
}
