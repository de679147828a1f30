import { createHash } from 'node:crypto';
import { type FileId, newId } from '~/shared/ids';
import type { FileTable } from '~db/schema/platform';
import type { ReadDb, Tx } from './app-context';

export const FILE_BYTES_MAX = 300_000;

export interface NewFile {
  ownerKind: 'dish' | 'merchant' | 'document' | 'import';
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
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      width: file.width ?? null,
      height: file.height ?? null,
      created_at: file.now,
    })
    .execute();
  return id;
}

/** A file with its bytes, or null. The caller checks `visibility` and the right to see it. */
export async function readFileRow(db: ReadDb | Tx, id: FileId): Promise<FileTable | null> {
  return (await db.selectFrom('platform_file').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Drops files that nothing shows any more. */
export async function removeFiles(tx: Tx, ids: readonly FileId[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('platform_file')
      .where('id', 'in', [...ids])
      .execute();
}
