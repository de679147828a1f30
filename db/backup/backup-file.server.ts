import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, gzipSync } from 'node:zlib';
import type { BackupRefusal } from '~/shared/backup-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import { type BackupHeader, FORMAT } from './backup-format';

const SEAL_LENGTH = sealOf('0'.repeat(64)).length;
/** A picture of 300 kB as text is the longest there is; a foreign file may have no line at all. */
const LINE_LENGTH_MAX = 64_000_000;

/**
 * A second gzip member of fixed form with the SHA-256 of all bytes before it. So one changed byte shows anywhere, in
 * places too that gzip's own sum leaves out, and `zcat` still reads the whole file without us.
 */
function sealOf(sha256: string): Buffer {
  const seal = gzipSync(`{"sha256":"${sha256}"}\n`, { level: 0 });
  // Hints of the packing system, which differ from machine to machine.
  seal[8] = 0;
  seal[9] = 255;
  return seal;
}

/** Writes lines packed and sealed. The file has its name only once it is whole and on the disk; 0600: it holds everything. */
export async function writeSealed(file: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${file}.part`;
  const hash = createHash('sha256');
  async function* hashed(packed: AsyncIterable<Buffer>) {
    for await (const chunk of packed) {
      hash.update(chunk);
      yield chunk;
    }
    yield sealOf(hash.digest('hex'));
  }
  rmSync(part, { force: true });
  try {
    const to = createWriteStream(part, { mode: 0o600, flush: true });
    await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 1 }), createGzip(), hashed, to);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Lines of a packed file one by one, with as much of it in memory as the longest line. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip();
  text.setEncoding('utf8');
  source.on('error', (error) => text.destroy(error));
  let rest = '';
  try {
    for await (const chunk of source.pipe(text)) {
      const lines = (rest + (chunk as string)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (rest.length > LINE_LENGTH_MAX) throw new Error('a line without an end');
    }
    if (rest) yield rest;
  } finally {
    source.destroy();
    text.destroy();
  }
}

/** Reads the whole file against its seal before anything of it is believed; answers its header. */
export async function checkBackup(file: string): Promise<Result<BackupHeader, BackupRefusal>> {
  if (!existsSync(file)) return refuse({ code: 'file_missing', file });
  const fits = await isSealed(file);
  const header = await readHeader(file);
  if (!header) return refuse({ code: fits === 'changed' ? 'damaged' : 'not_a_backup', file });
  if (fits !== 'fits') return refuse({ code: 'damaged', file });
  if (header.format > FORMAT) return refuse({ code: 'newer_format', format: header.format, formatMax: FORMAT });
  return accept(header);
}

async function isSealed(file: string): Promise<'fits' | 'changed' | 'none'> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const at = size - SEAL_LENGTH;
    if (at <= 0) return 'none';
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file, { end: at - 1 })) hash.update(chunk as Buffer);
    const { buffer } = await handle.read(Buffer.alloc(SEAL_LENGTH), 0, SEAL_LENGTH, at);
    if (buffer.equals(sealOf(hash.digest('hex')))) return 'fits';
    // The place of the sum apart, is it a seal at all?
    const from = sealOf('').indexOf('{');
    return buffer.subarray(from, from + 10).equals(Buffer.from('{"sha256":')) ? 'changed' : 'none';
  } finally {
    await handle.close();
  }
}

/** The first line when it is one of ours; null for whatever else the file may be. */
async function readHeader(file: string): Promise<BackupHeader | null> {
  try {
    for await (const line of readLines(file)) {
      const header = JSON.parse(line) as BackupHeader | null;
      return header?.pestarasa === 'backup' && Number.isSafeInteger(header.format) ? header : null;
    }
  } catch {
    // Not packed, cut short within its first line, or no JSON: not readable as one of ours.
  }
  return null;
}
