import type { Tx } from '~/platform/app-context';
import { storePhoto } from '~/platform/file.server';
import type { Photo } from '~/platform/images.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { Result } from '~/shared/result';
import { type UpdateProfileRefusal, updateProfile } from './update-profile.server';

/** Puts a photo on the profile; its pixels were made anew outside the unit of work (`ports.images.readPhoto`). */
export async function setMerchantPhoto(
  tx: Tx,
  { merchantId, photo, by, now }: { merchantId: MerchantId; photo: Photo; by: PersonId; now: number },
): Promise<Result<void, UpdateProfileRefusal>> {
  const { large } = await storePhoto(tx, { ownerKind: 'merchant', ownerId: merchantId, now }, photo);
  return updateProfile(tx, { merchantId, changes: { photoFileId: large }, by, now });
}
