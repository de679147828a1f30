import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '~/shared/seeded-random';
import { makeImages } from './images.server';

const images = makeImages();

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 179, g: 38, b: 30 } } });

/** Ovals in many colours, soft grain over all: about as hard to pack as a photo of a full table. */
async function crowdedTable(): Promise<Buffer> {
  const roll = seededRandom(7);
  const ovals = Array.from({ length: 260 }, () => {
    const [x, y, rx, ry, hue] = [roll() * 1200, roll() * 900, 20 + roll() * 60, 10 + roll() * 40, roll() * 70];
    return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="hsl(${hue} 65% ${30 + roll() * 45}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">${ovals.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#e9c48b' }).jpeg({ quality: 92 }).toBuffer();
}

describe('pictures and papers that wait', () => {
  it('are turned away when the process is about to end; what is being made goes on', async () => {
    const ending = makeImages();
    const photo = await plain(40, 30).jpeg().toBuffer();
    const photos = Array.from({ length: 4 }, () => ending.readPhoto(photo));
    const papers = Array.from({ length: 3 }, () => ending.drawPaper(photo, 1));
    const kinds = async (asked: readonly Promise<{ ok: boolean }>[]) =>
      (await Promise.allSettled(asked)).map((one) => (one.status === 'fulfilled' ? one.value.ok : one.reason.code));
    const answers = Promise.all([kinds(photos), kinds(papers)]);
    ending.close();
    expect(await answers).toEqual([
      [true, true, 'queue_full', 'queue_full'],
      [true, 'queue_full', 'queue_full'],
    ]);
  });
});

describe('a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'sent as %s becomes two small pictures, each as WebP and AVIF, with a colour',
    async (format) => {
      const read = await images.readPhoto(await plain(1600, 1200).toFormat(format).toBuffer());
      if (!read.ok) throw new Error(read.refusal.code);
      const { small, large, colour } = read.value;
      expect([small.width, small.height, large.width, large.height]).toEqual([320, 240, 640, 480]);
      expect((await sharp(small.bytes).metadata()).format).toBe('webp');
      const avif = await sharp(small.avif).metadata();
      expect([avif.format, avif.width, avif.height, avif.exif]).toEqual(['heif', 320, 240, undefined]);
      expect(colour).toMatch(/^#b[0-9a-f]2[0-9a-f]1[0-9a-f]$/);
    },
  );

  it('loses its metadata and is turned the way it was taken', async () => {
    const taken = await plain(400, 300)
      .withExif({ IFD3: { GPSLatitude: '2/1 59/1 0/1' }, IFD0: { Artist: 'Bu Siti' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const read = await images.readPhoto(taken);
    if (!read.ok) throw new Error(read.refusal.code);
    const kept = await sharp(read.value.large.bytes).metadata();
    expect([kept.width, kept.height, kept.exif, kept.orientation]).toEqual([300, 400, undefined, undefined]);
    expect(Buffer.from(read.value.large.bytes).includes('Bu Siti')).toBe(false);
  });

  it('that cannot be made smaller still fits into a row', async () => {
    const noise = randomFillSync(Buffer.alloc(1280 * 1280 * 3));
    const read = await images.readPhoto(
      await sharp(noise, { raw: { width: 1280, height: 1280, channels: 3 } })
        .png()
        .toBuffer(),
    );
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.large.bytes.length).toBeLessThanOrEqual(300_000);
  });

  it('full of detail keeps the budget of a menu: twelve small ones below 105 kB', async () => {
    const read = await images.readPhoto(await crowdedTable());
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.small.avif.length).toBeLessThanOrEqual(8_500);
    expect(read.value.small.bytes.length).toBeLessThanOrEqual(8_500);
    expect(read.value.large.avif.length).toBeLessThanOrEqual(40_000);
  });

  it('over ten megabytes is refused before it is looked at', async () => {
    const read = await images.readPhoto(new Uint8Array(10_000_001));
    expect(read).toEqual({ ok: false, refusal: { code: 'photo_too_big', bytes: 10_000_001, bytesMax: 10_000_000 } });
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a PDF', Buffer.from('%PDF-1.7 …')],
    ['GIF', Buffer.from('GIF89a\x01\x00\x01\x00')],
    ['nothing', Buffer.alloc(0)],
  ])('that is %s is refused by its first bytes', async (_, bytes) => {
    expect(await images.readPhoto(bytes)).toEqual({ ok: false, refusal: { code: 'photo_unknown_kind' } });
  });

  it('with more than forty megapixels is refused before it is decoded', async () => {
    const bomb = await sharp({
      create: { width: 8000, height: 6000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(await images.readPhoto(bomb)).toEqual({
      ok: false,
      refusal: { code: 'photo_too_many_pixels', pixelsMax: 40_000_000 },
    });
  });

  it('that breaks off in the middle is refused', async () => {
    const whole = await plain(800, 600).jpeg().toBuffer();
    for (const bytes of [whole.subarray(0, 20), whole.subarray(0, whole.length / 2)]) {
      expect(await images.readPhoto(bytes)).toEqual({ ok: false, refusal: { code: 'photo_unreadable' } });
    }
  });
});
