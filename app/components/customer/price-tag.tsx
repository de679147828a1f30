import { Money } from '~/components/ui/money';
import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';

/** The honest price: what it costs here, and beside it what it costs on other days. */
export function PriceTag({ festivalPrice, normalPrice }: { festivalPrice: number; normalPrice: number | null }) {
  const { dish } = useWords().customer;
  return (
    <span className="price">
      <span className="price-now">
        <span className="sr-only">{dish.festivalPrice} </span>
        <Money amount={festivalPrice} price strong />
      </span>
      {normalPrice === null ? null : (
        <span className="price-normal">
          {normalPrice === festivalPrice ? dish.samePrice : dish.normalPrice(formatRupiah(normalPrice))}
        </span>
      )}
    </span>
  );
}
