import { Icon } from '~/components/ui/icon';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/**
 * The way to the basket, under the thumb. A plain link, the same for everybody because the page is cached;
 * where there is JavaScript, app/enhance/basket-bar.ts fills in how many and how much.
 */
export function BasketBar() {
  const { customer } = useWords();
  const language = useLanguage();
  return (
    <basket-bar class="basket-bar on-ink" data-summary={pathTo('/keranjang/ringkas', language)}>
      <nav aria-label={customer.basket.title}>
        <a className="button button-primary button-wide" href={pathTo('/keranjang', language)}>
          <Icon name="basket" />
          <span data-basket-text="">{customer.basket.bar}</span>
        </a>
      </nav>
    </basket-bar>
  );
}

declare global {
  // biome-ignore lint/style/noNamespace: how React 18 is told of an element of our own
  namespace JSX {
    interface IntrinsicElements {
      'basket-bar': React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & {
        class?: string;
        'data-summary': string;
      };
    }
  }
}
