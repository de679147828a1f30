import { Icon } from '~/components/ui/icon';
import { Picture, type PictureProps } from '~/components/ui/picture';
import { useLanguage, useWords } from '~/i18n';
import { formatMinutes } from '~/i18n/format';
import { AddForm } from './add-form';
import { AddedNotice } from './added-notice';
import { AllergenLine, DishBadges } from './dish-badges';
import { PriceTag } from './price-tag';
import type { DishView } from './views';

export interface DishCardProps {
  dish: DishView;
  festivalSlug: string;
  city: string | null;
  back: string;
  /** The stall takes orders now. */
  open: boolean;
  added: boolean;
  /** Its picture is seen without scrolling. */
  eager?: PictureProps['eager'];
}

/** A dish on a stall's menu, with everything one asks before eating it, and the way into the basket. */
export function DishCard({ dish, festivalSlug, city, back, open, added, eager }: DishCardProps) {
  const { customer } = useWords();
  const language = useLanguage();
  const orderable = open && !dish.soldOut;
  return (
    <li id={`m-${dish.listing}`} className={dish.soldOut ? 'dish-card dish-sold-out' : 'dish-card'}>
      <div className="dish-picture">
        <Picture
          file={dish.photo}
          seed={dish.dishId}
          city={city}
          alt=""
          sizes="(min-width: 45rem) 8rem, 5.5rem"
          eager={eager}
        />
      </div>
      <div className="dish-head">
        <h3>{dish.name}</h3>
        <PriceTag festivalPrice={dish.festivalPrice} normalPrice={dish.normalPrice} />
      </div>
      <div className="dish-rest">
        {dish.description ? <p className="running-text">{dish.description}</p> : null}
        <DishBadges {...dish} stockLater />
        <details className="dish-details">
          <summary>
            <Icon name="info" /> {customer.dish.details}
          </summary>
          <AllergenLine {...dish} />
          <HalalLine halal={dish.halal} />
          {dish.makeSeconds ? (
            <p className="allergens">
              <Icon name="clock" />
              <span>{customer.dish.minutes(formatMinutes(dish.makeSeconds, language))}</span>
            </p>
          ) : null}
        </details>
        {added ? <AddedNotice name={dish.name} /> : null}
        {orderable ? <Orderable dish={dish} festivalSlug={festivalSlug} back={back} /> : null}
      </div>
    </li>
  );
}

function HalalLine({ halal }: { halal: string }) {
  const { common } = useWords();
  return (
    <p className="allergens">
      <Icon name="halal" />
      <span>{common.halal[halal] ?? common.halal.unknown}</span>
    </p>
  );
}

/** Options stay folded until somebody wants the dish, so that a long menu stays short. */
function Orderable(props: { dish: DishView; festivalSlug: string; back: string }) {
  const { customer } = useWords();
  if (props.dish.groups.length === 0) return <AddForm {...props} />;
  return (
    <details className="dish-options">
      <summary className="button button-secondary" aria-label={customer.dish.options(props.dish.name)}>
        {customer.dish.choose}
      </summary>
      <AddForm {...props} />
    </details>
  );
}
