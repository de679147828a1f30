import type { Sharp } from 'sharp';
import type { PhotoRefusal } from '~/shared/platform-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import { makeBoundedQueue } from './bounded-queue';

export const PHOTO_BYTES_MAX = 10_000_000;
const PHOTO_PIXELS_MAX = 40_000_000;
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
}

export function makeImages(): Images {
  const queue = makeBoundedQueue('photos', { runningMax: 2, waitingMax: 50 });
  return { readPhoto: (bytes) => queue.run(() => readPhoto(bytes)) };
}

async function readPhoto(bytes: Uint8Array): Promise<Result<Photo, PhotoRefusal>> {
  if (bytes.length > PHOTO_BYTES_MAX) {
    return refuse({ code: 'photo_too_big', bytes: bytes.length, bytesMax: PHOTO_BYTES_MAX });
  }
  // sharp would also decode SVG and more, so the first bytes are looked at before it sees anything.
  if (!isPhoto(bytes)) return refuse({ code: 'photo_unknown_kind' });
  // Loaded with the first photo: it takes longer to start than all the rest.
  const { default: sharp } = await import('sharp');
  try {
    const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PHOTO_PIXELS_MAX) {
      return refuse({ code: 'photo_too_many_pixels', pixelsMax: PHOTO_PIXELS_MAX });
    }
    // Decoded once; the sizes are made from the pixels.
    const { data, info } = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX, failOn: 'error' })
      .rotate()
      .resize({ width: 1280, height: 1280, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    return accept({
      small: await encode(pixels, SIZES.small),
      large: await encode(pixels, SIZES.large),
      colour: await meanColour(pixels),
    });
  } catch {
    // Whatever the decoder disliked, the cure for the person is the same: another photo.
    return refuse({ code: 'photo_unreadable' });
  }
}

/** First bytes of JPEG, PNG (RFC 2083, 3.1) and WebP (RIFF container). */
function isPhoto(bytes: Uint8Array): boolean {
  const starts = (at: number, ...wanted: number[]) => wanted.every((byte, index) => bytes[at + index] === byte);
  return (
    starts(0, 0xff, 0xd8, 0xff) ||
    starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ||
    (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50))
  );
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
