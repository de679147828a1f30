import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/** Said where the dish stands, after it went into the basket. */
export function AddedNotice({ name }: { name: string }) {
  const { customer } = useWords();
  const language = useLanguage();
  return (
    <Notice tone="good" className="added">
      <p>
        {customer.dish.added(name)} <a href={pathTo('/keranjang', language)}>{customer.dish.seeBasket}</a>
      </p>
    </Notice>
  );
}
