import { isUtf8 } from 'node:buffer';
import { UnreadableFile } from '../import';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type FileKind = { kind: 'xlsx' } | { kind: 'text'; encoding: Encoding; skip: number };

/** What the bytes are, whatever the name says; throws UnreadableFile for what is no table. */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new UnreadableFile({ code: 'file_empty' });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'xlsx' };
  refuseKnownBinary(bytes);
  const text = sniffEncoding(bytes);
  refuseMarkup(bytes, text);
  return { kind: 'text', ...text };
}

function refuseKnownBinary(bytes: Uint8Array): void {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // Excel keeps a workbook with a password in the container of the old format.
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    throw new UnreadableFile(locked ? { code: 'file_locked' } : { code: 'file_kind_unknown', kind: 'xls' });
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new UnreadableFile({ code: 'file_kind_unknown', kind: 'pdf' });
  const picture =
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0x47, 0x49, 0x46, 0x38]);
  if (picture) throw new UnreadableFile({ code: 'file_kind_unknown', kind: 'picture' });
}

function refuseMarkup(bytes: Uint8Array, { encoding, skip }: { encoding: Encoding; skip: number }): void {
  const start = new TextDecoder(encoding)
    .decode(bytes.subarray(skip, skip + 2048))
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<head|<meta|<\?xml)/.test(start))
    throw new UnreadableFile({ code: 'file_kind_unknown', kind: 'page' });
  if (/^(\{\s*"|\[\s*\{)/.test(start)) throw new UnreadableFile({ code: 'file_kind_unknown', kind: 'json' });
  if (start === '' && bytes.length - skip < 2048) throw new UnreadableFile({ code: 'file_empty' });
}

function sniffEncoding(bytes: Uint8Array): { encoding: Encoding; skip: number } {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', skip: 3 };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', skip: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', skip: 2 };
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]! += 1;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.2) return { encoding: 'utf-16le', skip: 0 };
  if (zeros[0]! > half * 0.6 && zeros[1]! < half * 0.2) return { encoding: 'utf-16be', skip: 0 };
  if (zeros[0]! + zeros[1]! > head.length * 0.02)
    throw new UnreadableFile({ code: 'file_kind_unknown', kind: 'binary' });
  return { encoding: isUtf8(bytes) || mostlyUtf8(head) ? 'utf-8' : 'windows-1252', skip: 0 };
}

/** A UTF-8 file with a few broken bytes is still UTF-8; each broken cell is named later. */
function mostlyUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(head);
  const lost = (text.match(/�/g) ?? []).length;
  const kept = (text.match(/[^\0-\x7f�]/g) ?? []).length;
  return kept > lost * 4;
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
