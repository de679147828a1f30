import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { NumberField } from '~/components/ui/number-field';
import type { ListedDish } from '~/domain/stalls/read-stall-page.server';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatNumber, formatRupiah } from '~/i18n/format';

export interface StockListProps {
  dishes: readonly ListedDish[];
  base: string;
  stall: string;
  /** The dish whose form came back. */
  wrong: { listing: number; errors: FieldErrors; typed: Record<string, string> } | null;
}

/** Every dish with "Habis" in one tap, portions left and festival price; options below. */
export function StockList({ dishes, base, stall, wrong }: StockListProps) {
  return (
    <stock-taps data-base={base} data-stall={stall}>
      <ul className="stock">
        {dishes.map((dish) => (
          <StockDish key={dish.number} dish={dish} base={base} wrong={wrong?.listing === dish.number ? wrong : null} />
        ))}
      </ul>
    </stock-taps>
  );
}

function StockDish({ dish, base, wrong }: { dish: ListedDish; base: string; wrong: StockListProps['wrong'] }) {
  const words = useWords().stalls;
  const { number, soldOut, portionsLeft, festivalPrice, normalPrice } = dish;
  const to = `${base}/stok/${number}`;
  return (
    <li id={`menu-${number}`} className={soldOut === 'yes' ? 'card stock-dish stock-gone' : 'card stock-dish'}>
      <div className="stock-head">
        <h2>{dish.dish.name}</h2>
        <span className="stock-gone-badge">
          <Badge tone="problem">{words.soldOut}</Badge>
        </span>
        <Toggle to={to} option={null} name={dish.dish.name} gone={soldOut === 'yes'} />
      </div>
      <Form action={to} className="stock-form" errors={wrong?.errors} typed={wrong?.typed} summary={false}>
        <input type="hidden" name="sisaTadi" value={wrong?.typed.sisaTadi ?? portionsLeft ?? ''} />
        <input type="hidden" name="hargaTadi" value={wrong?.typed.hargaTadi ?? festivalPrice} />
        <NumberField
          id={`sisa-${number}`}
          name="sisa"
          label={words.portions}
          optional="unmarked"
          value={portionsLeft}
        />
        <NumberField
          id={`harga-${number}`}
          name="harga"
          label={words.festivalPrice}
          hint={festivalPrice === normalPrice ? undefined : words.normalPrice(formatRupiah(normalPrice))}
          prefix="Rp"
          value={formatNumber(festivalPrice)}
        />
        <Button aria-label={`${words.save} ${dish.dish.name}`}>{words.save}</Button>
      </Form>
      {dish.dish.groups.length > 0 ? (
        <details className="stock-options" open={dish.optionsSoldOut.length > 0}>
          <summary>{words.options}</summary>
          <ul>
            {dish.dish.groups
              .flatMap((group) => group.options)
              .map((option) => (
                <li key={option.number}>
                  <span>{option.name}</span>
                  <Toggle
                    to={to}
                    option={option.number}
                    name={option.name}
                    gone={dish.optionsSoldOut.includes(option.number)}
                  />
                </li>
              ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

interface ToggleProps {
  to: string;
  option: number | null;
  name: string;
  gone: boolean;
}

/** The switch, and beside it its other side for the script. */
function Toggle(props: ToggleProps) {
  return (
    <div className="stock-toggle" data-toggle={props.option ?? ''}>
      <ToggleForm {...props} />
      <template>
        <ToggleForm {...props} gone={!props.gone} />
      </template>
      <p className="bon-unsent" data-unsent-note hidden />
    </div>
  );
}

function ToggleForm({ to, option, name, gone }: ToggleProps) {
  const words = useWords().stalls;
  return (
    <form method="post" action={`${to}/habis`} data-tap data-label={name}>
      {option === null ? null : <input type="hidden" name="pilihan" value={option} />}
      <Button
        name="tindakan"
        value={gone ? 'ada' : 'habis'}
        variant={gone ? 'secondary' : 'danger'}
        aria-label={gone ? words.markBackLabel(name) : words.markSoldOutLabel(name)}
      >
        {gone ? words.markBack : words.markSoldOut}
      </Button>
    </form>
  );
}
