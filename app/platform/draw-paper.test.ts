import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../test/factories/hostile-pdfs';
import { makeImages } from './images.server';
import { drawPdf } from './pdf-pages.server';

const images = makeImages();
const draw = async (bytes: Uint8Array, pagesMax = 4) => {
  const drawn = await images.drawPaper(bytes, pagesMax);
  if (!drawn.ok) throw new Error(drawn.refusal.code);
  return drawn.value;
};

describe('a page of a paper', () => {
  it('photographed is made anew, legible, upright and without what the camera wrote', async () => {
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#ffffff' } })
      .withExif({ IFD0: { Artist: 'Bu Siti' }, IFD3: { GPSLatitude: '2/1 59/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const [page] = await draw(photo);
    const kept = await sharp(page?.bytes).metadata();
    expect([kept.format, kept.width, kept.height, kept.exif, kept.orientation]).toEqual([
      'webp',
      1067,
      1600,
      undefined,
      undefined,
    ]);
  });

  it('of a PDF is drawn: what it says is there as ink', async () => {
    const pages = await draw(pdfOf({ count: 2 }));
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [1600, 1066],
      [1600, 1066],
    ]);
    const ink = async (bytes?: Uint8Array) => (await sharp(bytes).greyscale().stats()).channels[0]?.min ?? 255;
    expect(await ink(pages[0]?.bytes)).toBeLessThan(60);
    const [blank] = await draw(pdfOf({ contents: ' ' }));
    expect(await ink(blank?.bytes)).toBeGreaterThan(240);
  });

  it('of pure noise still fits into a row once sealed', async () => {
    const noise = randomFillSync(Buffer.alloc(1200 * 1200 * 3));
    const [page] = await draw(
      await sharp(noise, { raw: { width: 1200, height: 1200, channels: 3 } })
        .png()
        .toBuffer(),
    );
    expect(page?.bytes.length).toBeLessThanOrEqual(299_000);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'paper_unknown_kind'],
    ['a text', Buffer.from('NIB 0000000000000'), 'paper_unknown_kind'],
    ['a PDF that breaks off', pdfOf().subarray(0, 60), 'page_unreadable'],
    ['more than ten megabytes', Buffer.alloc(10_000_001), 'paper_too_big'],
  ])('that is %s is refused', async (_, bytes, code) => {
    expect(await images.drawPaper(bytes, 4)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('of a PDF with more pages than there is room for is refused with both numbers', async () => {
    expect(await images.drawPaper(pdfOf({ count: 5 }), 4)).toEqual({
      ok: false,
      refusal: { code: 'pdf_too_many_pages', pages: 5, pagesMax: 4 },
    });
  });

  it('of a PDF with a password says so', async () => {
    const lock = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -3904/O<${'28bf4e5e'.repeat(8)}>/U<${'00112233'.repeat(8)}>>>/ID[<00112233><00112233>]`;
    expect(await images.drawPaper(pdfOf({ trailer: lock }), 4)).toEqual({ ok: false, refusal: { code: 'pdf_locked' } });
  });

  it('whose drawing takes too long is given up, and the next is drawn', async () => {
    const drawn = await drawPdf(pdfOf(), { pagesMax: 4, side: 1600, patience: 0 });
    expect(drawn).toEqual({ trouble: 'unreadable' });
    expect(await draw(pdfOf())).toHaveLength(1);
  });
});
