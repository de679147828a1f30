import { createInflateRaw } from 'node:zlib';
import { IMPORT_LIMITS, UnreadableFile } from '../import';

export interface ZipEntry {
  name: string;
  method: number;
  compressedSize: number;
  localOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ENTRIES_MAX = 2_000;
const SLICE_BYTES = 64 * 1024;

/** The table of contents of a zip (APPNOTE.TXT 6.3.9, sections 4.3.12 and 4.3.16), by name. */
export function readZipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > ENTRIES_MAX) throw new UnreadableFile({ code: 'file_damaged' });
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_SIGNATURE)
      throw new UnreadableFile({ code: 'file_damaged' });
    if (view.getUint16(at + 8, true) & 1) throw new UnreadableFile({ code: 'file_locked' });
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/')
      .replace(/^\//, '');
    entries.set(name.toLowerCase(), {
      name,
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      localOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END_SIGNATURE) return at;
  throw new UnreadableFile({ code: 'file_damaged' });
}

/** Counts what was unpacked over all entries of one file; the sizes a zip claims are never believed. */
export class UnpackBudget {
  private left: number = IMPORT_LIMITS.unpackedBytes;

  spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new UnreadableFile({ code: 'file_unpacks_too_big' });
  }
}

/** The text of one entry, piece by piece, inflated off the main thread. */
export async function* unpackText(bytes: Uint8Array, entry: ZipEntry, budget: UnpackBudget): AsyncGenerator<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const local = entry.localOffset;
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE)
    throw new UnreadableFile({ code: 'file_damaged' });
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of entry.method === 0 ? slices(packed) : inflate(packed, entry.method)) {
    budget.spend(piece.length);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

async function* slices(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < packed.length; at += SLICE_BYTES) yield packed.subarray(at, at + SLICE_BYTES);
}

async function* inflate(packed: Uint8Array, method: number): AsyncGenerator<Uint8Array> {
  if (method !== 8) throw new UnreadableFile({ code: 'file_damaged' });
  const stream = createInflateRaw({ chunkSize: SLICE_BYTES });
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile({ code: 'file_damaged' });
  } finally {
    stream.destroy();
  }
}
