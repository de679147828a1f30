import type { Tx } from '~/platform/app-context';
import { storeFile } from '~/platform/file.server';
import type { Photo } from '~/platform/images.server';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { Result } from '~/shared/result';
import { type UpdateProfileRefusal, updateProfile } from './update-profile.server';

/** Puts a photo on the profile; its pixels were made anew outside the unit of work (`ports.images.readPhoto`). */
export async function setMerchantPhoto(
  tx: Tx,
  { merchantId, photo, by, now }: { merchantId: MerchantId; photo: Photo; by: PersonId; now: number },
): Promise<Result<void, UpdateProfileRefusal>> {
  const photoFileId = await storeFile(tx, {
    ownerKind: 'merchant',
    ownerId: merchantId,
    visibility: 'public',
    ...photo.large,
    now,
  });
  return updateProfile(tx, { merchantId, changes: { photoFileId }, by, now });
}
