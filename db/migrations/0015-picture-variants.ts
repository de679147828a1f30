import { sql } from 'kysely';
import { check, type Migration, primaryKey, references } from './columns';

/** A photo of a dish made before this has no AVIF, but its small size is known. */
export const pictureVariants: Migration = async ({ db, table }) => {
  await table('platform_picture', { file_id: 'text', avif: 'bytes?', avif_sha256: 'text?', smaller_file_id: 'text?' }, [
    primaryKey('file_id'),
    references('file_id', 'platform_file'),
    references('smaller_file_id', 'platform_file'),
    check('length(avif) <= 300000'),
  ]);
  await sql`
    insert into platform_picture (file_id, avif, avif_sha256, smaller_file_id)
    select photo_large_file_id, null, null, photo_file_id from menu_dish
    where photo_large_file_id is not null and photo_large_file_id <> photo_file_id
  `.execute(db);
};
