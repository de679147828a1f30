import { Badge } from '~/components/ui/badge';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { useLanguage, useWords } from '~/i18n';
import { formatList } from '~/i18n/format';
import { pathTo } from '~/shared/paths';

export interface ActCardProps {
  merchantId: string;
  act: { done: boolean; dishes: number; open: readonly { dishId: string; name: string; lacks: readonly string[] }[] };
}

/** The practice in the merchant's own shop: done, or what keeps it open, each with the way there. */
export function ActCard({ merchantId, act }: ActCardProps) {
  const { training } = useWords();
  const language = useLanguage();
  const menu = pathTo(`/usaha/${merchantId}/menu`, language);
  return (
    <Card title={training.actTitle} id="praktik-anda" className="stack-tight">
      <p>{training.actText}</p>
      {act.done ? (
        <p>
          <Badge tone="good">{training.actDone}</Badge> {training.actIsDone(act.dishes)}
        </p>
      ) : null}
      {act.dishes === 0 ? <p>{training.actNoDish}</p> : null}
      {act.open.length > 0 ? (
        <ul>
          {act.open.map((dish) => (
            <li key={dish.dishId}>
              {training.actRow(
                dish.name,
                formatList(
                  dish.lacks.map((lack) => training.actLacks[lack] ?? lack),
                  language,
                ),
              )}{' '}
              <a href={`${menu}/${dish.dishId}`}>{training.fix}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <ButtonLink variant={act.done ? 'secondary' : 'primary'} href={menu}>
        {training.goToMenu}
      </ButtonLink>
    </Card>
  );
}
