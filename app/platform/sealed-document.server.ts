import { gunzipSync, gzipSync } from 'node:zlib';
import type { ReadDb, Tx } from './app-context';
import { type NewFile, storeFile } from './file.server';
import type { Secrets } from './secret.server';

/** A sealed piece is a little longer: this much fits into a row. */
const PIECE_BYTES = 250_000;
const CONTENT_TYPE = 'application/vnd.pestarasa.sealed-bytes';

type Owner = Pick<NewFile, 'ownerKind' | 'ownerId'>;

/**
 * Packs and seals a text of any length, as pieces that fit into rows and open as this owner's only. Outside a unit of
 * work: it takes time.
 */
export function sealDocument(secrets: Secrets, text: string, owner: Owner): Uint8Array[] {
  const packed = gzipSync(text);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    pieces.push(secrets.sealBytes(packed.subarray(at, at + PIECE_BYTES), contextOf(owner)));
  }
  return pieces;
}

/** Keeps the pieces of a sealed text as private files of one owner, in their order. */
export async function storeSealedDocument(
  tx: Tx,
  { pieces, now, ...owner }: Owner & { pieces: readonly Uint8Array[]; now: number },
): Promise<void> {
  for (const bytes of pieces) {
    await storeFile(tx, { ...owner, visibility: 'private', contentType: CONTENT_TYPE, bytes, now });
  }
}

/** The text again; null when it is gone. Throws when it was changed. */
export async function readSealedDocument(db: ReadDb, { ownerKind, ownerId }: Owner, secrets: Secrets) {
  const rows = await piecesOf(db, { ownerKind, ownerId }).select('bytes').orderBy('id').execute();
  if (rows.length === 0) return null;
  const opened = rows.map(({ bytes }) => secrets.openBytes(bytes, contextOf({ ownerKind, ownerId })));
  return gunzipSync(Buffer.concat(opened)).toString();
}

function contextOf({ ownerKind, ownerId }: Owner): string {
  return `${ownerKind}:${ownerId}`;
}

function piecesOf(db: ReadDb, { ownerKind, ownerId }: Owner) {
  return db
    .selectFrom('platform_file')
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .where('content_type', '=', CONTENT_TYPE);
}
