import { Button, ButtonLink } from '~/components/ui/button';
import { ChoiceField } from '~/components/ui/choice-field';
import { Icon } from '~/components/ui/icon';
import { SelectField } from '~/components/ui/select-field';
import { useLanguage, useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';

/** What the customer asked for; also the query of the address. */
export interface DishFilters {
  halal: boolean;
  open: boolean;
  /** Most one wants to pay, rupiah; null = any. */
  priceMax: number | null;
  /** Allergens that must not be in it. */
  without: string[];
}

export const PRICES = [10_000, 15_000, 20_000, 30_000, 50_000];

export function countFilters({ halal, open, priceMax, without }: DishFilters): number {
  return Number(halal) + Number(open) + Number(priceMax !== null) + Number(without.length > 0);
}

/** Filters as a plain GET form, folded until wanted. `hidden` keeps the rest of the query. */
export function DishFilterForm({
  filters,
  allergens,
  action,
  hidden,
}: {
  filters: DishFilters;
  allergens: readonly string[];
  action: string;
  hidden?: Record<string, string>;
}) {
  const { common, customer } = useWords();
  const language = useLanguage();
  const words = customer.filters;
  const active = countFilters(filters);
  const kept = new URLSearchParams(hidden).toString();
  return (
    <details className="filters">
      <summary className="button button-secondary" data-filter-title="">
        <Icon name="filter" />
        {active > 0 ? words.active(active) : words.title}
      </summary>
      <form className="form filters-form" action={action} method="get" key={language}>
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ChoiceField
          name="saring"
          kind="checkbox"
          row
          optional="unmarked"
          label={words.title}
          value={[filters.halal && 'halal', filters.open && 'buka'].filter((each) => typeof each === 'string')}
          choices={[
            { value: 'halal', label: words.halal },
            { value: 'buka', label: words.open },
          ]}
        />
        <SelectField
          name="harga"
          label={words.price}
          optional="unmarked"
          empty={words.anyPrice}
          value={filters.priceMax === null ? '' : String(filters.priceMax)}
          options={PRICES.map((price) => ({ value: String(price), label: words.upTo(formatRupiah(price)) }))}
        />
        <ChoiceField
          name="tanpa"
          kind="checkbox"
          row
          optional="unmarked"
          label={words.without}
          hint={words.withoutNote}
          value={filters.without}
          choices={allergens.map((allergen) => ({ value: allergen, label: common.allergens[allergen] ?? allergen }))}
        />
        <div className="row" data-filter-acts="">
          <Button>{words.apply}</Button>
          {active > 0 ? (
            <ButtonLink variant="quiet" href={kept ? `${action}?${kept}` : action}>
              {customer.festival.clearFilters}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </details>
  );
}
