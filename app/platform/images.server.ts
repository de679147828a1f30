import type { Sharp } from 'sharp';
import type { PaperRefusal, PhotoRefusal } from '~/shared/platform-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import { makeBoundedQueue } from './bounded-queue';
import { decodePicture } from './decode-picture.server';
import { drawPaper, type PaperPage } from './draw-paper.server';

const STORED_BYTES_MAX = 300_000;

/**
 * Qualities tried in turn until a picture keeps its budget; the last one stays as long as it fits into a row. Twelve
 * small ones with their page are to stay under 120 kB. AVIF's effort 2: 65 ms of processor for a small and 160 for a large
 * picture, where 4 takes 480 and 1,500 ms for a tenth fewer bytes (measured on drawn dishes).
 */
const FORMATS = {
  webp: { qualities: [70, 50, 35, 20], options: {} },
  avif: { qualities: [50, 42, 34, 24], options: { effort: 2 } },
} as const;
const SIZES = {
  small: { width: 320, bytesAimed: 8_500 },
  large: { width: 640, bytesAimed: 40_000 },
} as const;

/** A picture made anew from the pixels alone: no metadata, no place where the photo was taken. */
export interface StoredPicture {
  bytes: Uint8Array;
  contentType: 'image/webp';
  /** The same picture as AVIF, for browsers that say they read it. */
  avif: Uint8Array;
  width: number;
  height: number;
}

export interface Photo {
  /** At most 320 px wide. */
  small: StoredPicture;
  /** At most 640 px wide. */
  large: StoredPicture;
  /** Ground while it loads, `#rrggbb`. */
  colour: string;
}

/** Image work outside any unit of work. */
export interface Images {
  /** Reads a JPEG, PNG or WebP and makes the two sizes of a photo. Throws QueueFull when too many wait. */
  readPhoto: (bytes: Uint8Array) => Promise<Result<Photo, PhotoRefusal>>;
  /**
   * Makes pages of a paper anew: one of a JPEG, PNG or WebP, each page of a PDF drawn as a picture. Throws QueueFull
   * when too many wait.
   */
  drawPaper: (bytes: Uint8Array, pagesMax: number) => Promise<Result<PaperPage[], PaperRefusal>>;
  /** The process is about to end: who still waits is turned away with QueueFull. */
  close: () => void;
}

export function makeImages(): Images {
  const queue = makeBoundedQueue('photos', { runningMax: 2, waitingMax: 50 });
  // One at a time: drawing a PDF may take a quarter of a gigabyte.
  const papers = makeBoundedQueue('papers', { runningMax: 1, waitingMax: 20 });
  return {
    readPhoto: (bytes) => queue.run(() => readPhoto(bytes)),
    drawPaper: (bytes, pagesMax) => papers.run(() => drawPaper(bytes, pagesMax)),
    close: () => {
      queue.close();
      papers.close();
    },
  };
}

async function readPhoto(bytes: Uint8Array): Promise<Result<Photo, PhotoRefusal>> {
  const decoded = await decodePicture(bytes, 1280);
  if (!decoded.ok) return decoded;
  // Decoded once; the sizes are made from the pixels.
  const { pixels } = decoded.value;
  try {
    return accept({
      small: await encode(pixels, SIZES.small),
      large: await encode(pixels, SIZES.large),
      colour: await meanColour(pixels),
    });
  } catch {
    return refuse({ code: 'photo_unreadable' });
  }
}

async function encode(
  pixels: () => Sharp,
  { width, bytesAimed }: { width: number; bytesAimed: number },
): Promise<StoredPicture> {
  const sized = () =>
    pixels().resize({ width, height: Math.round(width * 1.5), fit: 'inside', withoutEnlargement: true });
  const webp = await encodeWithin(sized, 'webp', bytesAimed);
  const avif = await encodeWithin(sized, 'avif', bytesAimed);
  const { info } = webp;
  return { bytes: webp.data, contentType: 'image/webp', avif: avif.data, width: info.width, height: info.height };
}

/** The best quality that keeps the budget; the last one where none does. */
async function encodeWithin(sized: () => Sharp, format: keyof typeof FORMATS, bytesAimed: number) {
  const { qualities, options } = FORMATS[format];
  for (const quality of qualities) {
    const made = await sized()
      [format]({ ...options, quality })
      .toBuffer({ resolveWithObject: true });
    const isLast = quality === qualities.at(-1);
    if (made.data.length <= bytesAimed || (isLast && made.data.length <= STORED_BYTES_MAX)) return made;
  }
  throw new Error('a picture of this size does not fit into a row');
}

async function meanColour(pixels: () => Sharp): Promise<string> {
  const dot = await pixels().resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  return `#${[...dot.subarray(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
