import { Button } from '~/components/ui/button';
import { Form } from '~/components/ui/form';
import { Money } from '~/components/ui/money';
import { TextField } from '~/components/ui/text-field';
import type { Board } from '~/domain/orders/read-board.server';
import type { ListedDish } from '~/domain/stalls/read-stall-page.server';
import { SLOT_MILLISECONDS } from '~/domain/stalls/stalls';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatPrice, formatRange } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

/** Large dish rows with a number each; without JavaScript the number is typed, with it there are − and +. */
export function CounterForm({
  board,
  orderId,
  typed,
  errors,
}: {
  board: Board;
  orderId: string;
  typed: Record<string, string>;
  errors: FieldErrors | undefined;
}) {
  const words = useWords().stalls;
  const language = useLanguage();
  const free = board.slots.find((slot) => slot.usedSeconds < slot.capacitySeconds);
  return (
    <counter-sale
      data-base={pathTo(`/papan/${board.stall.participationId}`, language)}
      data-stall={board.stall.participationId}
      data-title={words.counterTitle}
      data-kept={words.counterKept('{jumlah}')}
      data-kept-paper={words.counterKeptPaper('{jumlah}', '{kertas}')}
    >
      <Form className="counter" typed={typed} errors={errors} summary={false}>
        <input type="hidden" name="pesanan" value={orderId} />
        <p className="counter-slot">
          {free
            ? words.counterSlot(formatRange(free.startsAt, free.startsAt + SLOT_MILLISECONDS, board.zone))
            : words.counterNoSlot}
        </p>
        <ul className="counter-dishes">
          {board.stall.dishes.map((dish) => (
            <CounterDish key={dish.number} dish={dish} typed={typed} />
          ))}
        </ul>
        <PaperFold open={Boolean(typed.kertas ?? typed.pukul)} />
        <div className="counter-foot">
          <p className="counter-total" data-total-line hidden>
            {words.total} <strong data-total />
          </p>
          <Button variant="primary" icon="cash" wide>
            {words.counterSell}
          </Button>
        </div>
      </Form>
    </counter-sale>
  );
}

/** For sales that were written down while there was no network: the customer's number and ours find each other. */
function PaperFold({ open }: { open: boolean }) {
  const words = useWords().stalls;
  return (
    <details className="card counter-paper" data-paper open={open}>
      <summary>{words.paperTitle}</summary>
      <div className="counter-paper-fields">
        <TextField
          name="kertas"
          label={words.paperNumber}
          hint={words.paperNumberHint}
          optional="unmarked"
          maxLength={16}
          autoComplete="off"
        />
        <TextField
          name="pukul"
          label={words.paperSoldAt}
          hint={words.paperSoldAtHint}
          optional="unmarked"
          inputMode="decimal"
          maxLength={8}
          autoComplete="off"
        />
      </div>
    </details>
  );
}

function CounterDish({ dish, typed }: { dish: ListedDish; typed: Record<string, string> }) {
  const words = useWords().stalls;
  const { number, soldOut } = dish;
  const name = dish.dish.name;
  return (
    <li className="counter-dish" data-listing={number} data-name={name} data-price={dish.festivalPrice}>
      <label className="counter-name" htmlFor={`jumlah-${number}`}>
        <span>{name}</span>
        <span className="counter-price">
          <Money amount={dish.festivalPrice} />
          {dish.portionsLeft === null || soldOut === 'yes' ? null : <span> · {words.left(dish.portionsLeft)}</span>}
        </span>
      </label>
      {soldOut === 'yes' ? (
        <strong className="counter-gone">{words.soldOut}</strong>
      ) : (
        <div className="counter-quantity">
          <button type="button" className="counter-step" data-step="-1" hidden aria-label={words.less(name)}>
            −
          </button>
          <input
            id={`jumlah-${number}`}
            className="input"
            name={`jumlah-${number}`}
            inputMode="numeric"
            autoComplete="off"
            size={3}
            aria-label={words.quantityOf(name)}
            defaultValue={typed[`jumlah-${number}`] ?? ''}
          />
          <button type="button" className="counter-step" data-step="1" hidden aria-label={words.more(name)}>
            +
          </button>
        </div>
      )}
      {soldOut === 'no' ? <CounterOptions dish={dish} /> : null}
    </li>
  );
}

function CounterOptions({ dish }: { dish: ListedDish }) {
  const words = useWords().stalls;
  const language = useLanguage();
  return dish.dish.groups.map((group) => (
    <fieldset key={group.id} className="counter-options">
      <legend>
        {group.name} <span>({words.choose(group.min, group.max)})</span>
      </legend>
      {group.options.map((option, index) => {
        const gone = dish.optionsSoldOut.includes(option.number);
        return (
          <label key={option.number} className="choice">
            <input
              type={group.min === 1 && group.max === 1 ? 'radio' : 'checkbox'}
              name={group.min === 1 && group.max === 1 ? `pilih-${dish.number}-${group.id}` : `pilih-${dish.number}`}
              value={option.number}
              data-price={option.price}
              disabled={gone}
              defaultChecked={group.min === 1 && group.max === 1 && index === 0 && !gone}
            />
            <span className="choice-text">
              {option.name}
              <span className="choice-note">
                {gone ? words.soldOut : option.price > 0 ? `+${formatPrice(option.price, language)}` : ''}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  ));
}
