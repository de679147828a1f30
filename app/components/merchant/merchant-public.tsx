import { Badge } from '~/components/ui/badge';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { Money } from '~/components/ui/money';
import { Notice } from '~/components/ui/notice';
import { Picture } from '~/components/ui/picture';
import { WEEKDAYS } from '~/domain/merchants/hours-form';
import { useLanguage, useWords } from '~/i18n';
import { formatList, formatMinutes } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

interface PublicDish {
  id: string;
  name: string;
  description: string | null;
  price: number | null;
  makeSeconds: number | null;
  halal: string;
  allergenAnswer: string;
  allergens: readonly string[];
  spiceLevel: number | null;
  photo: { id: string; colour: string } | null;
}

export interface MerchantPublicProps {
  merchant: {
    id: string;
    name: string;
    regionCode: string;
    category: string | null;
    story: string | null;
    photoFileId: string | null;
    isNew: boolean;
  };
  menu: readonly PublicDish[];
  hours: readonly { weekday: number; windows: readonly { opens: string; closes: string }[] }[];
}

/** A business for anybody: picture, menu with prices, hours. */
export function MerchantPublic({ merchant, menu, hours }: MerchantPublicProps) {
  const { merchants } = useWords();
  const words = merchants.publicPage;
  const language = useLanguage();
  return (
    <div className="stack">
      <p className="badges">
        {merchant.isNew ? (
          <Badge tone="attention" icon="star">
            {merchants.newBadge}
          </Badge>
        ) : null}
        {merchant.category ? <Badge>{merchants.categories[merchant.category]}</Badge> : null}
      </p>
      <div className="photo-box photo-wide">
        <Picture
          file={merchant.photoFileId ? { id: merchant.photoFileId } : null}
          seed={merchant.id}
          city={merchant.regionCode}
          alt={merchant.photoFileId ? merchants.profile.photoAlt(merchant.name) : ''}
          eager
        />
      </div>
      {merchant.story ? <p className="lead-text">{merchant.story}</p> : null}
      <div className="panes">
        <section className="stack-tight" aria-labelledby="menu">
          <h2 id="menu">{words.menu}</h2>
          {menu.length === 0 ? <Notice>{merchant.isNew ? words.newNotice : words.noMenu}</Notice> : null}
          <ul className="own-list">
            {menu.map((dish) => (
              <PublicDishRow key={dish.id} dish={dish} />
            ))}
          </ul>
        </section>
        <div className="stack">
          {hours.length > 0 ? <Hours hours={hours} /> : null}
          <Notice ways={<ButtonLink href={pathTo('/', language)}>{words.festivals}</ButtonLink>}>
            {words.orderHelp}
          </Notice>
        </div>
      </div>
    </div>
  );
}

function PublicDishRow({ dish }: { dish: PublicDish }) {
  const { merchants, common } = useWords();
  const language = useLanguage();
  const listed = formatList(
    dish.allergens.map((each) => common.allergens[each] ?? each),
    language,
  );
  const allergens = { none: common.allergensNone, listed: common.contains(listed), unknown: common.allergensUnknown }[
    dish.allergenAnswer
  ];
  const facts = [
    common.halal[dish.halal],
    dish.spiceLevel === null ? null : common.spice(dish.spiceLevel),
    dish.makeSeconds ? formatMinutes(dish.makeSeconds, language) : null,
    allergens,
  ].filter(Boolean);
  return (
    <li className="own-row">
      <span className="own-picture">
        <Picture file={dish.photo} seed={dish.id} alt="" sizes="4rem" />
      </span>
      <span className="own-body own-body-long">
        <span className="own-price">
          <strong className="own-name">{dish.name}</strong>
          {dish.price ? (
            <Money amount={dish.price} strong />
          ) : (
            <span className="soft">{merchants.publicPage.priceMissing}</span>
          )}
        </span>
        {dish.description ? <span>{dish.description}</span> : null}
        <span className="soft">{facts.join(' · ')}</span>
      </span>
    </li>
  );
}

function Hours({ hours }: Pick<MerchantPublicProps, 'hours'>) {
  const { merchants } = useWords();
  const words = merchants.publicPage;
  const clock = (text: string) => text.replace(':', '.');
  return (
    <Card title={words.hours}>
      <DefinitionList
        items={WEEKDAYS.map((weekday) => {
          const day = hours.find((each) => each.weekday === weekday);
          if (!day) return null;
          const windows = day.windows.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(', ');
          return { term: merchants.weekdays[weekday], value: windows || words.closed };
        })}
      />
    </Card>
  );
}
