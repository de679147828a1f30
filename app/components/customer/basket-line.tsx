import { Button, ButtonLink } from '~/components/ui/button';
import { Icon } from '~/components/ui/icon';
import { Money } from '~/components/ui/money';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import type { BasketLineView, FestivalView } from './views';

interface LineProps {
  line: BasketLineView;
  festival: FestivalView;
  stallSlug: string;
}

/** One dish in the basket: how many, what it costs, and whatever changed since, asked and never done silently. */
export function BasketLine({ line, festival, stallSlug }: LineProps) {
  const { customer } = useWords();
  return (
    <li className="basket-line">
      <div className="basket-line-name">
        <p className="basket-dish">{line.name}</p>
        {line.optionNames.length > 0 ? <p className="soft">{line.optionNames.join(', ')}</p> : null}
        <p className="soft">{customer.basket.each(formatRupiah(line.price))}</p>
      </div>
      <Money amount={line.price * line.quantity} strong />
      <div className="basket-line-acts">
        <div className="stepper">
          <QuantityButton
            line={line}
            festival={festival}
            to={line.quantity - 1}
            icon="minus"
            label={customer.basket.takeOne(line.name)}
          />
          <span className="stepper-count">
            <span className="sr-only">{customer.basket.quantityOf(line.name)}: </span>
            {line.quantity}
          </span>
          <QuantityButton
            line={line}
            festival={festival}
            to={line.quantity + 1}
            icon="plus"
            label={customer.basket.addOne(line.name)}
            disabled={line.quantity >= line.most}
          />
        </div>
        <LineForm line={line} festival={festival} quantity={0}>
          <Button variant="quiet" icon="trash" aria-label={customer.basket.remove(line.name)}>
            {customer.basket.removeShort}
          </Button>
        </LineForm>
      </div>
      <LineTroubleNotice line={line} festival={festival} stallSlug={stallSlug} />
    </li>
  );
}

/** Sets the quantity of a line; tapping twice on an old page sets the same number twice. */
function LineForm({
  line,
  festival,
  quantity,
  action = '/keranjang/isi',
  children,
}: {
  line: BasketLineView;
  festival: FestivalView;
  quantity: number;
  action?: string;
  children: React.ReactNode;
}) {
  return (
    <form action={pathTo(action, useLanguage())} method="post">
      <input type="hidden" name="festival" value={festival.slug} />
      <input type="hidden" name="menu" value={line.listing} />
      <input type="hidden" name="pilihan" value={line.options.join('.')} />
      <input type="hidden" name="jumlah" value={quantity} />
      <input type="hidden" name="kembali" value="/keranjang" />
      {children}
    </form>
  );
}

function QuantityButton({
  line,
  festival,
  to,
  icon,
  label,
  disabled,
}: {
  line: BasketLineView;
  festival: FestivalView;
  to: number;
  icon: 'plus' | 'minus';
  label: string;
  disabled?: boolean;
}) {
  return (
    <LineForm line={line} festival={festival} quantity={to}>
      <button type="submit" className="stepper-button" aria-label={label} disabled={disabled}>
        <Icon name={icon} />
      </button>
    </LineForm>
  );
}

function LineTroubleNotice({ line, festival, stallSlug }: LineProps) {
  const { basket } = useWords().customer;
  const language = useLanguage();
  const { trouble } = line;
  if (!trouble) return null;
  const menu = pathTo(`/festival/${festival.slug}/lapak/${stallSlug}`, language);
  const drop = (label: string) => (
    <LineForm line={line} festival={festival} quantity={0}>
      <Button>{label}</Button>
    </LineForm>
  );
  const other = <ButtonLink href={menu}>{basket.otherDish}</ButtonLink>;
  const ways = {
    price: (
      <>
        <LineForm line={line} festival={festival} quantity={line.quantity} action="/keranjang/harga">
          <Button>{basket.usePrice}</Button>
        </LineForm>
        {drop(basket.dropDish(line.name))}
      </>
    ),
    few_left:
      trouble.kind === 'few_left' ? (
        <>
          <LineForm line={line} festival={festival} quantity={trouble.left}>
            <Button>{basket.takeLeft(trouble.left)}</Button>
          </LineForm>
          {other}
        </>
      ) : null,
    sold_out: (
      <>
        {drop(basket.goOnWithout(line.name))}
        {other}
      </>
    ),
    option_gone: (
      <>
        {drop(basket.dropDish(line.name))}
        <ButtonLink href={`${menu}#m-${line.listing}`}>{basket.chooseAgain}</ButtonLink>
      </>
    ),
  }[trouble.kind];
  return <Notice tone="attention" title={troubleText(line, basket)} ways={ways} className="basket-trouble" />;
}

function troubleText(
  { name, price, trouble }: BasketLineView,
  words: ReturnType<typeof useWords>['customer']['basket'],
): string {
  if (trouble?.kind === 'price') return words.priceChanged(name, formatRupiah(trouble.now), formatRupiah(price));
  if (trouble?.kind === 'few_left') return words.fewLeft(name, trouble.left);
  if (trouble?.kind === 'sold_out') return words.soldOut(name);
  return words.optionGone(name);
}
