import type { Sharp } from 'sharp';
import type { PhotoRefusal } from '~/shared/platform-refusals';
import { accept, type Result, refuse } from '~/shared/result';
import { makeBoundedQueue } from './bounded-queue';

export const PHOTO_BYTES_MAX = 10_000_000;
const PHOTO_PIXELS_MAX = 40_000_000;
const STORED_BYTES_MAX = 300_000;

/** A picture made anew from the pixels alone: no metadata, no place where the photo was taken. */
export interface StoredPicture {
  bytes: Uint8Array;
  contentType: 'image/webp';
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
  return { readPhoto: (bytes) => queue(() => readPhoto(bytes)) };
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
      small: await encode(pixels, 320),
      large: await encode(pixels, 640),
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

async function encode(pixels: () => Sharp, widthMax: number): Promise<StoredPicture> {
  const height = Math.round(widthMax * 1.5);
  for (const quality of [70, 50, 30]) {
    const { data, info } = await pixels()
      .resize({ width: widthMax, height, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= STORED_BYTES_MAX) {
      return { bytes: data, contentType: 'image/webp', width: info.width, height: info.height };
    }
  }
  throw new Error('a picture of this size does not fit into a row');
}

async function meanColour(pixels: () => Sharp): Promise<string> {
  const dot = await pixels().resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  return `#${[...dot.subarray(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
