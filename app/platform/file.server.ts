import { createHash } from 'node:crypto';
import { type FileId, newId } from '~/shared/ids';
import type { FileTable } from '~db/schema/platform';
import type { ReadDb, Tx } from './app-context';
import type { Photo, StoredPicture } from './images.server';

export const FILE_BYTES_MAX = 300_000;

export interface NewFile {
  ownerKind: 'dish' | 'merchant' | 'document' | 'import' | 'privacy';
  ownerId: string;
  /** Public files are served to everybody, immutable, under /berkas/:id. */
  visibility: 'public' | 'private';
  contentType: string;
  bytes: Uint8Array;
  width?: number;
  height?: number;
  now: number;
}

/** Keeps a file as a row. More than 300 kB is a bug of the caller and throws: pictures come from `ports.images`. */
export async function storeFile(tx: Tx, file: NewFile): Promise<FileId> {
  if (file.bytes.length > FILE_BYTES_MAX)
    throw new RangeError(`a file of ${file.bytes.length} bytes does not fit into a row`);
  const id = newId('fil', file.now);
  await tx
    .insertInto('platform_file')
    .values({
      id,
      owner_kind: file.ownerKind,
      owner_id: file.ownerId,
      visibility: file.visibility,
      content_type: file.contentType,
      bytes: file.bytes,
      byte_size: file.bytes.length,
      sha256: fingerprint(file.bytes),
      width: file.width ?? null,
      height: file.height ?? null,
      created_at: file.now,
    })
    .execute();
  return id;
}

/** Keeps a photo as two public files, each as WebP and AVIF; answers their ids. */
export async function storePhoto(
  tx: Tx,
  owner: Pick<NewFile, 'ownerKind' | 'ownerId' | 'now'>,
  photo: Photo,
): Promise<{ small: FileId; large: FileId }> {
  const small = await storePicture(tx, owner, photo.small, null);
  const large = await storePicture(tx, owner, photo.large, small);
  return { small, large };
}

async function storePicture(
  tx: Tx,
  owner: Pick<NewFile, 'ownerKind' | 'ownerId' | 'now'>,
  { avif, ...picture }: StoredPicture,
  smaller: FileId | null,
): Promise<FileId> {
  const id = await storeFile(tx, { ...owner, ...picture, visibility: 'public' });
  await tx
    .insertInto('platform_picture')
    .values({ file_id: id, avif, avif_sha256: fingerprint(avif), smaller_file_id: smaller })
    .execute();
  return id;
}

/** What is sent of a public picture; `read` fetches the bytes, since most visitors have them already. */
export interface PublicPicture {
  contentType: string;
  sha256: string;
  read: () => Promise<Uint8Array>;
}

/** A public picture in the form wanted, where it has that form; null where there is no such file or it is private. */
export async function readPublicPicture(
  db: ReadDb,
  id: FileId,
  wanted: { avif: boolean; smaller: boolean },
): Promise<PublicPicture | null> {
  const file = await db
    .selectFrom('platform_file as file')
    .leftJoin('platform_picture as picture', 'picture.file_id', 'file.id')
    .select(['file.visibility', 'file.content_type', 'file.sha256', 'picture.avif_sha256', 'picture.smaller_file_id'])
    .where('file.id', '=', id)
    .executeTakeFirst();
  if (file?.visibility !== 'public') return null;
  if (wanted.smaller && file.smaller_file_id) return readPublicPicture(db, file.smaller_file_id, wanted);
  if (wanted.avif && file.avif_sha256) {
    const rows = db.selectFrom('platform_picture').where('file_id', '=', id).select('avif');
    const read = () => rows.$narrowType<{ avif: Uint8Array }>().executeTakeFirstOrThrow();
    return { contentType: 'image/avif', sha256: file.avif_sha256, read: async () => (await read()).avif };
  }
  const read = () => db.selectFrom('platform_file').select('bytes').where('id', '=', id).executeTakeFirstOrThrow();
  return { contentType: file.content_type, sha256: file.sha256, read: async () => (await read()).bytes };
}

/** A file with its bytes, or null. The caller checks `visibility` and the right to see it. */
export async function readFileRow(db: ReadDb | Tx, id: FileId): Promise<FileTable | null> {
  return (await db.selectFrom('platform_file').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Drops files that nothing shows any more; the two of a photo together. */
export async function removeFiles(tx: Tx, ids: readonly FileId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom('platform_picture').where('file_id', 'in', ids).execute();
  await tx.deleteFrom('platform_file').where('id', 'in', ids).execute();
}

/** Drops every file of these owners. */
export async function removeFilesOf(
  tx: Tx,
  { ownerKind, ownerIds }: { ownerKind: NewFile['ownerKind']; ownerIds: readonly string[] },
): Promise<void> {
  if (ownerIds.length === 0) return;
  const rows = await tx
    .selectFrom('platform_file')
    .select('id')
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', 'in', ownerIds)
    .orderBy('id')
    .execute();
  await removeFiles(
    tx,
    rows.map(({ id }) => id),
  );
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
