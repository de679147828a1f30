import { Badge } from '~/components/ui/badge';
import { Icon } from '~/components/ui/icon';
import { useLanguage, useWords } from '~/i18n';
import { formatList } from '~/i18n/format';
import type { DishView } from './views';

type Told = Pick<DishView, 'halal' | 'spiceLevel' | 'left' | 'soldOut'> & {
  /** The page is kept without numbers: room for one that is written in later. */
  stockLater?: boolean;
};

/** Only so few are worth saying. */
export const FEW_LEFT = 12;

/** Halal, spice and stock of a dish: icon and word, only what is known. */
export function DishBadges({ halal, spiceLevel, left, soldOut, stockLater }: Told) {
  const { common, customer } = useWords();
  return (
    <span className="badges">
      {soldOut ? <Badge tone="problem">{customer.dish.soldOut}</Badge> : null}
      {!soldOut && stockLater ? <Badge tone="attention" stock /> : null}
      {!soldOut && left !== null && left <= FEW_LEFT ? (
        <Badge tone="attention">{customer.dish.left(left)}</Badge>
      ) : null}
      {halal === 'certified' ? (
        <Badge tone="good" icon="halal">
          {common.halal.certified}
        </Badge>
      ) : null}
      {halal === 'not_halal' ? (
        <Badge tone="problem" icon="alert">
          {common.halal.not_halal}
        </Badge>
      ) : null}
      {halal === 'in_process' ? <Badge icon="halal">{common.halal.in_process}</Badge> : null}
      {spiceLevel ? <Badge icon="chilli">{common.spice(spiceLevel)}</Badge> : null}
    </span>
  );
}

/** What a dish contains, in words; never silent where it is unknown. */
export function AllergenLine({ allergenAnswer, allergens }: Pick<DishView, 'allergenAnswer' | 'allergens'>) {
  const { common } = useWords();
  const language = useLanguage();
  const names = allergens.map((allergen) => common.allergens[allergen] ?? allergen);
  const listed = allergenAnswer === 'listed' && names.length > 0;
  const text = listed
    ? common.contains(formatList(names, language))
    : allergenAnswer === 'none'
      ? common.allergensNone
      : common.allergensUnknown;
  return (
    <p className={listed ? 'allergens allergens-listed' : 'allergens'}>
      <Icon name={listed ? 'alert' : 'info'} />
      <span>{text}</span>
    </p>
  );
}
