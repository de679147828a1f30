import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { FileField } from '~/components/ui/file-field';
import { Form } from '~/components/ui/form';
import { Picture } from '~/components/ui/picture';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

export interface DishPhotoProps {
  dish: { id: string; photo: { id: string; colour: string } | null };
  /** Indonesian address of the dish. */
  path: string;
}

/** The photo of a dish, or the batik that stands in for it; upload, replace, delete. */
export function DishPhoto({ dish, path }: DishPhotoProps) {
  const { menus } = useWords();
  const language = useLanguage();
  const { photo } = dish;
  return (
    <Card title={menus.photo}>
      <div className="photo-box">
        <Picture file={photo} seed={dish.id} alt="" />
      </div>
      <Form action={pathTo(`${path}/foto`, language)} multipart summary={false} id="foto">
        <FileField name="photo" label={menus.photo} hint={menus.photoHint} accept="image/jpeg,image/png,image/webp" />
        <Button icon="photo">{photo ? menus.photoReplace : menus.photoUpload}</Button>
      </Form>
      {photo ? (
        <form method="post" action={pathTo(`${path}/tanpa-foto`, language)}>
          <Button variant="quiet">{menus.photoRemove}</Button>
        </form>
      ) : null}
    </Card>
  );
}
