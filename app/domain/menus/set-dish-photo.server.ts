import type { Tx } from '~/platform/app-context';
import { storePhoto } from '~/platform/file.server';
import type { Photo } from '~/platform/images.server';
import type { DishId, FileId, MerchantId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { ChangeDishRefusal } from './change-dish.server';
import { announceDishChange } from './internal/dish-changed.server';

/**
 * Puts a photo on a dish. The photo is already made anew from its pixels (`ports.images.readPhoto`), outside the
 * unit of work; here its two sizes become public files.
 */
export async function setDishPhoto(
  tx: Tx,
  { dishId, merchantId, photo, now }: { dishId: DishId; merchantId: MerchantId; photo: Photo; now: number },
): Promise<Result<FileId, ChangeDishRefusal>> {
  const { small, large } = await storePhoto(tx, { ownerKind: 'dish', ownerId: dishId, now }, photo);
  const set = await writePhoto(tx, { dishId, merchantId, small, large, colour: photo.colour, now });
  return set.ok ? accept(large) : set;
}

/** Takes the photo off a dish; the batik tile shows instead. */
export async function removeDishPhoto(
  tx: Tx,
  { dishId, merchantId, now }: { dishId: DishId; merchantId: MerchantId; now: number },
): Promise<Result<void, ChangeDishRefusal>> {
  return writePhoto(tx, { dishId, merchantId, small: null, large: null, colour: null, now });
}

async function writePhoto(
  tx: Tx,
  photo: {
    dishId: DishId;
    merchantId: MerchantId;
    small: FileId | null;
    large: FileId | null;
    colour: string | null;
    now: number;
  },
): Promise<Result<void, ChangeDishRefusal>> {
  const { dishId, merchantId, now } = photo;
  const written = await tx
    .updateTable('menu_dish')
    .set({ photo_file_id: photo.small, photo_large_file_id: photo.large, photo_colour: photo.colour, updated_at: now })
    .where('id', '=', dishId)
    .where('merchant_id', '=', merchantId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return refuse({ code: 'dish_gone' });
  await announceDishChange(tx, { dishId, merchantId, now });
  return accept();
}
