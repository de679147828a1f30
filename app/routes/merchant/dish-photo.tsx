import { PhotoPage } from '~/components/merchant/photo-page';
import { readOwnDish } from '~/domain/menus/read-menu.server';
import { setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { useWords } from '~/i18n';
import { type MerchantId, parseId } from '~/shared/ids';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import { requireOwn } from '~/web/own.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { merchant, dish } = (await requireOwn(args, 'merchant.view', readOwnDish)).own;
  return { merchant, dish: { id: dish.id, name: dish.name } };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const dishId = parseId('dsh', args.params.dishId);
  const file = (await readFormData(args.request)).get('photo');
  if (!dishId) throw answerNotFound();
  if (!(file instanceof File) || file.size === 0) {
    return formResponse({ ok: false, errors: { photo: { code: 'photo_missing' } }, typed: {} });
  }
  const photo = await app.ports.images.readPhoto(new Uint8Array(await file.arrayBuffer()));
  if (!photo.ok) return refusalResponse(photo.refusal, language);
  const set = await app.inTransaction((tx) => setDishPhoto(tx, { dishId, merchantId, photo: photo.value, now }));
  if (!set.ok) return refusalResponse(set.refusal, language);
  return redirectTo(`/usaha/${merchantId}/menu/${dishId}?kabar=foto`, language);
}

export default function DishPhotoAgain() {
  const { menus } = useWords();
  const { merchant, dish } = useLoaderData<typeof loader>();
  return (
    <PhotoPage
      merchant={merchant}
      title={menus.photo}
      hint={menus.photoHint}
      back={{ path: `/usaha/${merchant.id}/menu/${dish.id}`, label: dish.name }}
      failed={useActionData<typeof action>()}
    />
  );
}
