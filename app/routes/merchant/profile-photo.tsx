import { PhotoPage } from '~/components/merchant/photo-page';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { setMerchantPhoto } from '~/domain/merchants/set-merchant-photo.server';
import { useWords } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { readFormData } from '~/web/form.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app } = await requireRight(args, 'merchant.view', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  return { id: merchant.id, name: merchant.stallName };
}

export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.edit', merchantId);
  const file = (await readFormData(args.request)).get('photo');
  if (!(file instanceof File) || file.size === 0) {
    return formResponse({ ok: false, errors: { photo: { code: 'photo_missing' } }, typed: {} });
  }
  const photo = await app.ports.images.readPhoto(new Uint8Array(await file.arrayBuffer()));
  if (!photo.ok) return refusalResponse(photo.refusal, language);
  const set = await app.inTransaction((tx) =>
    setMerchantPhoto(tx, { merchantId, photo: photo.value, by: person.id, now }),
  );
  return set.ok ? redirectTo(`/usaha/${merchantId}/profil?simpan=1`, language) : refusalResponse(set.refusal, language);
}

export default function ProfilePhoto() {
  const merchant = useLoaderData<typeof loader>();
  const { profile } = useWords().merchants;
  return (
    <PhotoPage
      merchant={merchant}
      title={profile.photo}
      hint={profile.photoHint}
      back={{ path: `/usaha/${merchant.id}/profil`, label: profile.title }}
      failed={useActionData<typeof action>()}
    />
  );
}
