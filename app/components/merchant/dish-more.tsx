import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { DishOptions, type DishOptionsProps } from './dish-options';
import { DishPhoto, type DishPhotoProps } from './dish-photo';

export interface DishMoreProps {
  dish: DishPhotoProps['dish'] & { id: string; groups: DishOptionsProps['groups'] };
  /** Address of the menu, without language. */
  base: string;
  keptOptions: DishOptionsProps['kept'];
}

/** What a helper leaves to the business's own people: photo, cost, options, and taking the dish off the menu. */
export function DishMore({ dish, base, keptOptions }: DishMoreProps) {
  const { menus } = useWords();
  const language = useLanguage();
  return (
    <div className="stack">
      <DishPhoto dish={dish} path={`${base}/${dish.id}`} />
      <Card title={menus.cost.title}>
        <p className="soft">{menus.cost.card}</p>
        <ButtonLink href={pathTo(`${base}/${dish.id}/modal`, language)}>{menus.cost.open}</ButtonLink>
      </Card>
      <DishOptions groups={dish.groups} path={`${base}/${dish.id}/pilihan`} kept={keptOptions} />
      <Card title={menus.remove}>
        <p className="soft">{menus.removeHelp}</p>
        <form method="post" action={pathTo(`${base}/${dish.id}/hapus`, language)}>
          <Button variant="danger" icon="trash">
            {menus.remove}
          </Button>
        </form>
      </Card>
    </div>
  );
}
