import type { Sharp } from 'sharp';
import type { PaperRefusal } from '~/shared/platform-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import { type DecodedPicture, decodePicture, PHOTO_BYTES_MAX } from './decode-picture.server';
import { drawPdf } from './pdf-pages.server';

/** A4 at this length has 137 dots an inch: small print stays legible. */
const PAGE_SIDE = 1600;
/** A row holds 300,000 bytes, and sealing adds a few. */
const PAGE_BYTES_MAX = 299_000;
/** Tried in turn until a page fits: first less quality, then fewer pixels. */
const LADDER = [
  { side: PAGE_SIDE, quality: 75 },
  { side: PAGE_SIDE, quality: 55 },
  { side: PAGE_SIDE, quality: 35 },
  { side: 1200, quality: 35 },
  { side: 900, quality: 25 },
  { side: 640, quality: 20 },
] as const;

/** A page made anew from pixels alone: whatever else the file held is gone. */
export interface PaperPage {
  bytes: Uint8Array;
  contentType: 'image/webp';
  width: number;
  height: number;
}

/** Pages of a photographed paper (one) or of a PDF (at most `pagesMax`), as pictures that fit into a row once sealed. */
export async function drawPaper(bytes: Uint8Array, pagesMax: number): Promise<Result<PaperPage[], PaperRefusal>> {
  if (bytes.length > PHOTO_BYTES_MAX) {
    return refuse({ code: 'paper_too_big', bytes: bytes.length, bytesMax: PHOTO_BYTES_MAX });
  }
  return isPdf(bytes) ? readPdf(bytes, pagesMax) : readPicture(bytes);
}

/** ISO 32000-2, 7.5.2; the header stands first, since a file that begins as something else is something else. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

async function readPicture(bytes: Uint8Array): Promise<Result<PaperPage[], PaperRefusal>> {
  const decoded = await decodePicture(bytes, PAGE_SIDE);
  if (decoded.ok) return encodeAll([decoded.value.pixels]);
  const { refusal } = decoded;
  if (refusal.code === 'photo_too_many_pixels') return refuse(refusal);
  return refuse({ code: refusal.code === 'photo_unknown_kind' ? 'paper_unknown_kind' : 'page_unreadable' });
}

async function readPdf(bytes: Uint8Array, pagesMax: number): Promise<Result<PaperPage[], PaperRefusal>> {
  const drawn = await drawPdf(bytes, { pagesMax, side: PAGE_SIDE });
  if ('trouble' in drawn) {
    if (drawn.trouble === 'too_many') return refuse({ code: 'pdf_too_many_pages', pages: drawn.count, pagesMax });
    return refuse({ code: drawn.trouble === 'locked' ? 'pdf_locked' : 'page_unreadable' });
  }
  const { default: sharp } = await import('sharp');
  return encodeAll(
    drawn.pages.map(({ data, width, height }) => {
      const page = () => sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' });
      return page;
    }),
  );
}

async function encodeAll(sources: readonly DecodedPicture['pixels'][]): Promise<Result<PaperPage[], PaperRefusal>> {
  const pages: PaperPage[] = [];
  for (const pixels of sources) {
    const page = await encodeWithin(pixels);
    if (!page) return refuse({ code: 'page_unreadable' });
    pages.push(page);
  }
  return accept(pages);
}

async function encodeWithin(pixels: () => Sharp): Promise<PaperPage | null> {
  for (const { side, quality } of LADDER) {
    const made = await pixels()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true })
      .catch(() => null);
    if (made && made.data.length <= PAGE_BYTES_MAX) {
      const { width, height } = made.info;
      return { bytes: made.data, contentType: 'image/webp', width, height };
    }
  }
  return null;
}
