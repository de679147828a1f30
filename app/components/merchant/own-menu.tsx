import { Badge } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Icon } from '~/components/ui/icon';
import { Money } from '~/components/ui/money';
import { Notice } from '~/components/ui/notice';
import { Picture } from '~/components/ui/picture';
import { isReadyToSell } from '~/domain/menus/menus';
import { useLanguage, useWords } from '~/i18n';
import { formatMinutes } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

interface OwnDish {
  id: string;
  name: string;
  price: number | null;
  makeSeconds: number | null;
  photo: { id: string; colour: string } | null;
}

export interface OwnMenuProps {
  merchantId: string;
  menu: readonly OwnDish[];
  /** What just happened to one dish. */
  news: { code: string | null; dishId: string; name: string } | null;
  /** She types and arranges nothing: a helper. */
  onlyFills?: boolean;
}

/** The merchant's dishes in her order; what keeps one from being sold stands beside it. */
export function OwnMenu({ merchantId, menu, news, onlyFills }: OwnMenuProps) {
  const { menus } = useWords();
  return (
    <section aria-label={menus.title} className="stack">
      <MenuNews merchantId={merchantId} news={news} />
      {menu.length === 0 ? (
        <p className="menu-empty">{menus.empty}</p>
      ) : (
        <>
          <p className="soft">{menus.count(menu.length, menu.filter(isReadyToSell).length)}</p>
          <ol className="own-list">
            {menu.map((dish, i) => (
              <DishRow
                key={dish.id}
                merchantId={merchantId}
                dish={dish}
                isFirst={onlyFills || i === 0}
                isLast={onlyFills || i === menu.length - 1}
              />
            ))}
          </ol>
          <p className="soft">{menus.soldOutHelp}</p>
        </>
      )}
    </section>
  );
}

function MenuNews({ merchantId, news }: Pick<OwnMenuProps, 'merchantId' | 'news'>) {
  const { menus } = useWords();
  const language = useLanguage();
  if (!news) return null;
  if (news.code === 'ditambah') return <Notice tone="good">{menus.added(news.name)}</Notice>;
  if (news.code === 'kembali') return <Notice tone="good">{menus.restored(news.name)}</Notice>;
  if (news.code !== 'dihapus') return null;
  return (
    <Notice tone="info">
      <p>{menus.archived(news.name)}</p>
      <form method="post" action={pathTo(`/usaha/${merchantId}/menu/${news.dishId}/urungkan`, language)}>
        <Button>{menus.undo}</Button>
      </form>
    </Notice>
  );
}

function DishRow({
  merchantId,
  dish,
  isFirst,
  isLast,
}: {
  merchantId: string;
  dish: OwnDish;
  isFirst: boolean;
  isLast: boolean;
}) {
  const { menus } = useWords();
  const language = useLanguage();
  const base = `/usaha/${merchantId}/menu/${dish.id}`;
  return (
    <li className="own-row">
      <span className="own-picture">
        <Picture file={dish.photo} seed={dish.id} alt="" sizes="4rem" />
      </span>
      <span className="own-body">
        <a className="cover-link own-name" href={pathTo(base, language)}>
          {dish.name}
        </a>
        <span className="own-facts">
          {dish.price ? <Money amount={dish.price} strong /> : <Badge tone="attention">{menus.lacksPrice}</Badge>}
          {dish.makeSeconds ? (
            <span className="soft">{formatMinutes(dish.makeSeconds, language)}</span>
          ) : (
            <Badge tone="attention">{menus.lacksMinutes}</Badge>
          )}
        </span>
      </span>
      <form method="post" action={pathTo(`${base}/pindah`, language)} className="own-move">
        {isFirst ? null : (
          <button
            type="submit"
            name="direction"
            value="up"
            className="button button-quiet"
            aria-label={menus.moveUp(dish.name)}
          >
            <Icon name="down" className="icon-up" />
          </button>
        )}
        {isLast ? null : (
          <button
            type="submit"
            name="direction"
            value="down"
            className="button button-quiet"
            aria-label={menus.moveDown(dish.name)}
          >
            <Icon name="down" />
          </button>
        )}
      </form>
    </li>
  );
}
