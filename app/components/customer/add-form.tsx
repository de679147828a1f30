import { Button } from '~/components/ui/button';
import { useLanguage, useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import type { DishView, OptionGroupView } from './views';

const QUANTITY_MAX = 10;

export interface AddFormProps {
  dish: DishView;
  festivalSlug: string;
  /** Path to come back to, without the language. */
  back: string;
}

/** Puts a dish into the basket: sets how many, so that a double tap does no harm. A cached page: no id, no token. */
export function AddForm({ dish, festivalSlug, back }: AddFormProps) {
  const { customer } = useWords();
  const language = useLanguage();
  const quantityId = `j-${dish.listing}`;
  return (
    <form className="add-form" action={pathTo('/keranjang/isi', language)} method="post">
      <input type="hidden" name="festival" value={festivalSlug} />
      <input type="hidden" name="menu" value={dish.listing} />
      <input type="hidden" name="kembali" value={back} />
      {dish.groups.map((group) => (
        <OptionGroup key={group.id} group={group} listing={dish.listing} />
      ))}
      <div className="add-row">
        <label className="sr-only" htmlFor={quantityId}>
          {customer.dish.quantityOf(dish.name)}
        </label>
        <select className="input add-quantity" id={quantityId} name="jumlah" defaultValue="1">
          {Array.from({ length: QUANTITY_MAX }, (_, i) => i + 1).map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
        <Button icon="plus" aria-label={customer.dish.add(dish.name)}>
          {customer.dish.addShort}
        </Button>
      </div>
    </form>
  );
}

function OptionGroup({ group, listing }: { group: OptionGroupView; listing: number }) {
  const { customer } = useWords();
  const one = group.max === 1 && group.min === 1;
  const rule =
    group.min === 0
      ? customer.dish.upTo(group.max)
      : group.min === group.max
        ? customer.dish.mustChoose(group.min)
        : customer.dish.chooseBetween(group.min, group.max);
  const first = group.options.find((option) => !option.soldOut);
  return (
    <fieldset className="field option-group">
      <legend className="field-label">
        {group.name} <span className="field-optional">({rule})</span>
      </legend>
      <div className="choices">
        {group.options.map((option) => (
          <label key={option.number} className="choice">
            <input
              type={one ? 'radio' : 'checkbox'}
              name={one ? `pilihan-${listing}-${group.id}` : 'pilihan'}
              value={option.number}
              disabled={option.soldOut}
              defaultChecked={one && option.number === first?.number}
            />
            <span className="choice-text">
              {option.name}
              {option.soldOut ? <span className="choice-note">{customer.dish.soldOut}</span> : null}
            </span>
            {option.price > 0 ? <span>{customer.dish.extra(formatRupiah(option.price))}</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
