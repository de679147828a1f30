import { Picture } from '~/components/ui/picture';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { DishBadges } from './dish-badges';
import { PriceTag } from './price-tag';
import { StandingBadge } from './standing-badge';
import type { FestivalView, FoundDishView } from './views';

/** Dishes across the stalls of a festival. */
export function DishRows({ dishes, festival }: { dishes: readonly FoundDishView[]; festival: FestivalView }) {
  return (
    <ul className="dish-rows">
      {dishes.map((dish) => (
        <DishRow key={dish.listing} dish={dish} festivalSlug={festival.slug} zone={festival.zone} />
      ))}
    </ul>
  );
}

/** Leads to the dish's place on its stall's menu. */
function DishRow({ dish, festivalSlug, zone }: { dish: FoundDishView; festivalSlug: string; zone: string }) {
  const { customer } = useWords();
  const language = useLanguage();
  const { stall } = dish;
  return (
    <li className={dish.soldOut ? 'dish-row dish-sold-out' : 'dish-row'}>
      <div className="dish-picture">
        <Picture file={dish.photo} seed={dish.dishId} city={stall.regionCode} alt="" sizes="6rem" />
      </div>
      <div className="dish-row-body">
        <h3>
          <a
            className="cover-link"
            href={pathTo(`/festival/${festivalSlug}/lapak/${stall.slug}#m-${dish.listing}`, language)}
          >
            {dish.name}
          </a>
        </h3>
        <p className="soft">{customer.dish.at(stall.name, stall.booth)}</p>
        <span className="badges">
          <StandingBadge stall={stall} zone={zone} />
          <DishBadges {...dish} />
        </span>
      </div>
      <PriceTag festivalPrice={dish.festivalPrice} normalPrice={dish.normalPrice} />
    </li>
  );
}
