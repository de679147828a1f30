import type { Sharp } from 'sharp';
import type { PhotoRefusal } from '~/shared/platform-refusals';
import { accept, type Result, refuse } from '~/shared/result';

export const PHOTO_BYTES_MAX = 10_000_000;
const PHOTO_PIXELS_MAX = 40_000_000;

/** Pixels without anything the file said besides them; `pixels()` begins a picture of them. */
export interface DecodedPicture {
  pixels: () => Sharp;
  width: number;
  height: number;
}

/** Decodes a JPEG, PNG or WebP, turned upright, at most `side` px wide and high. Nothing else reaches the decoder. */
export async function decodePicture(bytes: Uint8Array, side: number): Promise<Result<DecodedPicture, PhotoRefusal>> {
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
    const { data, info } = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    return accept({ pixels: () => sharp(data, { raw }), width: info.width, height: info.height });
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
