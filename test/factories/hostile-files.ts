import { randomFillSync } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { seededRandom } from '~/shared/seeded-random';
import { zipOf } from '../fixtures/imports/zip-of';
import { hostilePdfs } from './hostile-pdfs';

/** A file as an attacker, a broken phone or an honest mistake may send it. */
export interface HostileFile {
  title: string;
  /** As the browser names it. */
  name: string;
  type: string;
  bytes: Buffer;
}

/** Stands in every payload; nothing that is kept may hold it. */
export const MARKER = 'PESTARASA-MARKER';

const SCRIPT = `<script>alert("${MARKER}")</script>`;
const PHP = `<?php system($_GET["${MARKER}"]); ?>`;

const plain = (width = 96, height = 64) =>
  sharp({ create: { width, height, channels: 3, background: { r: 31, g: 78, b: 121 } } });

/** At least 200 of them; the same each time. */
export async function makeHostileFiles(): Promise<HostileFile[]> {
  const [jpeg, png, webp] = await Promise.all([
    plain().jpeg().toBuffer(),
    plain().png().toBuffer(),
    plain().webp().toBuffer(),
  ]);
  const good = { jpeg, png, webp };
  return [
    ...polyglots(good),
    ...(await withMetadata(good)),
    ...wrongMagic(),
    ...bombs(good),
    ...truncated(good),
    ...damaged(good),
    ...evilNames(good),
    ...hostilePdfs(good.jpeg),
  ];
}

type Good = Record<'jpeg' | 'png' | 'webp', Buffer>;

const file = (title: string, bytes: Buffer, name = 'ktp.jpg', type = 'image/jpeg'): HostileFile => ({
  title,
  name,
  type,
  bytes,
});

/** A whole picture with something else behind it or in its comments. */
function polyglots(good: Good): HostileFile[] {
  const tails: Record<string, Buffer> = {
    html: Buffer.from(`<html>${SCRIPT}</html>`),
    php: Buffer.from(PHP),
    zip: zipOf({ 'a.txt': Buffer.from(MARKER) }),
    pdf: Buffer.from(`%PDF-1.4\n1 0 obj<</JS(${MARKER})>>endobj`),
    svg: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${MARKER}"/>`),
    shell: Buffer.from(`\n#!/bin/sh\necho ${MARKER}\n`),
  };
  const behind = Object.entries(good).flatMap(([format, bytes]) =>
    Object.entries(tails).map(([tail, more]) => file(`${format} with ${tail} behind`, Buffer.concat([bytes, more]))),
  );
  const comment = Buffer.from(SCRIPT);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from([0, comment.length + 2]), comment]);
  const inComment = Buffer.concat([good.jpeg.subarray(0, 2), segment, good.jpeg.subarray(2)]);
  return [...behind, file('jpeg with a script in its comment', inComment)];
}

async function withMetadata({ png }: Good): Promise<HostileFile[]> {
  const exif = { IFD0: { Artist: MARKER, Copyright: PHP }, IFD3: { GPSLatitude: '2/1 59/1 0/1', GPSLatitudeRef: 'S' } };
  const made: HostileFile[] = [];
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    made.push(
      file(`${format} with a place and a name in EXIF`, await plain().withExif(exif).toFormat(format).toBuffer()),
    );
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/">${SCRIPT}</x:xmpmeta>`;
    made.push(file(`${format} with XMP`, await plain().withXmp(xmp).toFormat(format).toBuffer()));
    made.push(
      file(`${format} turned by EXIF`, await plain().withMetadata({ orientation: 6 }).toFormat(format).toBuffer()),
    );
  }
  const chunks = {
    tEXt: `Comment\0${SCRIPT}`,
    iTXt: `XML\0\0\0\0\0${SCRIPT}`,
    eXIf: `MM\0*${MARKER}`,
    iCCP: `x\0\0${MARKER}`,
  };
  for (const [kind, text] of Object.entries(chunks)) {
    const chunk = pngChunk(kind, Buffer.from(text));
    made.push(
      file(`png with ${kind}`, Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]), 'halal.png', 'image/png'),
    );
  }
  return made;
}

/** Something else under the name and type of a photo. */
function wrongMagic(): HostileFile[] {
  const bodies: Record<string, Buffer | string> = {
    svg: `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`,
    'svg with an entity': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg>&e;${MARKER}</svg>`,
    html: `<!doctype html>${SCRIPT}`,
    'html behind a blank': `  \n<html>${SCRIPT}`,
    mhtml: `MIME-Version: 1.0\nContent-Type: multipart/related\n\n${SCRIPT}`,
    php: PHP,
    javascript: `alert("${MARKER}")`,
    gif: Buffer.from(`GIF89a\x01\x00\x01\x00\x00\x00\x00;${MARKER}`, 'latin1'),
    'gif that is a script': `GIF89a=1;alert("${MARKER}")`,
    bmp: Buffer.concat([Buffer.from('BM'), Buffer.alloc(60), Buffer.from(MARKER)]),
    tiff: Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0]), Buffer.from(MARKER)]),
    ico: Buffer.from([0, 0, 1, 0, 1, 0]),
    heic: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.from(MARKER)]),
    psd: `8BPS${MARKER}`,
    exe: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100), Buffer.from(MARKER)]),
    elf: Buffer.concat([Buffer.from([0x7f]), Buffer.from(`ELF${MARKER}`)]),
    zip: zipOf({ 'a.txt': Buffer.from(MARKER) }),
    docx: zipOf({ 'word/document.xml': Buffer.from(MARKER) }),
    gzip: gzipSync(MARKER),
    postscript: `%!PS-Adobe-3.0\n(${MARKER}) run`,
    'pdf behind junk': `junk\n%PDF-1.4 ${MARKER}`,
    'riff that is wav': Buffer.from(`RIFF\x24\x00\x00\x00WAVEfmt ${MARKER}`, 'latin1'),
    json: `{"a":"${MARKER}"}`,
    csv: `=cmd|' /C ${MARKER}'!A0`,
    eml: `From: a\nSubject: ${MARKER}\n\nx`,
    'utf-16 html': Buffer.from(`\ufeff<html>${SCRIPT}`, 'utf16le'),
  };
  return Object.entries(bodies).flatMap(([title, body]) => [
    file(`${title} as a jpeg`, Buffer.from(body as string)),
    file(`${title} as a pdf`, Buffer.from(body as string), 'nib.pdf', 'application/pdf'),
  ]);
}

/** Small files that ask for much. */
function bombs({ png, jpeg, webp }: Good): HostileFile[] {
  const sized = (width: number, height: number) => {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', head), png.subarray(33)]);
  };
  const wide = Buffer.from(jpeg);
  const frame = wide.indexOf(Buffer.from([0xff, 0xc0]));
  wide.writeUInt16BE(65_500, frame + 5);
  wide.writeUInt16BE(65_500, frame + 7);
  const wideWebp = Buffer.from(webp);
  const vp8 = wideWebp.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
  wideWebp.writeUInt16LE(16_383, vp8 + 3);
  wideWebp.writeUInt16LE(16_383, vp8 + 5);
  const zeros = pngChunk('IDAT', deflateSync(Buffer.alloc(40_000_000), { level: 9 }));
  return [
    file('png of 60,000 by 60,000', sized(60_000, 60_000)),
    file('png of 2,147,483,647 by 1', sized(2_147_483_647, 1)),
    file('png of nothing by nothing', sized(0, 0)),
    file('png of 1 by 100,000', sized(1, 100_000)),
    file('png with forty megabytes of zeros', Buffer.concat([png.subarray(0, 33), zeros, png.subarray(-12)])),
    file(
      'png whose text unpacks to forty megabytes',
      Buffer.concat([
        png.subarray(0, 33),
        pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(40_000_000))])),
        png.subarray(33),
      ]),
    ),
    file('jpeg of 65,500 by 65,500', wide),
    file('webp of 16,383 by 16,383', wideWebp),
    file('gzip of forty megabytes', gzipSync(Buffer.alloc(40_000_000))),
    file('more than ten megabytes', Buffer.concat([jpeg, Buffer.alloc(10_000_000)])),
    file('noise', randomFillSync(Buffer.alloc(100_000))),
  ];
}

function truncated(good: Good): HostileFile[] {
  const cuts = [0, 1, 3, 8, 12, 20, 33, 60];
  return Object.entries(good).flatMap(([format, bytes]) =>
    [...cuts, bytes.length - 40, bytes.length - 2].map((cut) =>
      file(`${format} cut after ${cut} bytes`, bytes.subarray(0, Math.max(0, cut))),
    ),
  );
}

/** Whole pictures in which some bytes are others, by a seed. */
function damaged(good: Good): HostileFile[] {
  const roll = seededRandom(17);
  return Object.entries(good).flatMap(([format, bytes]) =>
    Array.from({ length: 12 }, (_, at) => {
      const copy = Buffer.from(bytes);
      for (let change = 0; change < 6; change++) {
        copy[12 + Math.floor(roll() * (copy.length - 12))] = Math.floor(roll() * 256);
      }
      return file(`${format} with six wrong bytes, ${at + 1}`, copy);
    }),
  );
}

function evilNames({ jpeg }: Good): HostileFile[] {
  const names = [
    `../../${MARKER}.jpg`,
    `..\\..\\${MARKER}.jpg`,
    `/etc/passwd-${MARKER}`,
    `C:\\${MARKER}.jpg`,
    `ktp.jpg.exe-${MARKER}.exe`,
    `ktp.php.jpg-${MARKER}.php`,
    `${MARKER}.svg`,
    `${MARKER}<img src=x onerror=alert(1)>.jpg`,
    `${MARKER}.jpg`.padStart(4_000, 'a'),
    `${MARKER}\u202egpj.exe`,
    '.htaccess',
    'CON.jpg',
    ' ',
  ];
  return names.map((name) => file(`a photo called ${name.slice(0, 30)}`, jpeg, name));
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** ISO 3309, as PNG wants it. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
