import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostileFile, MARKER, makeHostileFiles } from '../../../test/factories/hostile-files';
import { makeActiveMerchant } from '../../../test/factories/merchants';
import { makeWorld, type World } from '../../../test/setup/world';
import { DOCUMENT_KINDS } from './merchants';
import { pageContext } from './paper';
import { takePaperFiles } from './take-paper-files.server';

/** S6 (docs/architecture.md): what is kept of a file is pixels, whatever came. */
describe('two hundred hostile files', () => {
  let world: World;
  let files: HostileFile[];
  const outcomes = new Map<string, string>();

  beforeAll(async () => {
    world = await makeWorld('sqlite');
    files = await makeHostileFiles();
    let merchant = await makeActiveMerchant(world);
    for (const [at, { title, name, type, bytes }] of files.entries()) {
      if (at % DOCUMENT_KINDS.length === 0) merchant = await makeActiveMerchant(world);
      const kind = DOCUMENT_KINDS[at % DOCUMENT_KINDS.length] ?? 'ktp';
      const { merchantId, ownerId } = merchant;
      const sent = new File([new Uint8Array(bytes)], name, { type });
      const paper = { merchantId, kind, by: ownerId, now: world.clock.now() };
      const taken = await takePaperFiles(world.app, { ...paper, files: [sent] });
      outcomes.set(title, taken.ok ? 'kept' : taken.refusal.code);
    }
  }, 400_000);
  afterAll(() => world.close());

  it('are as many, each another, and carry what would give them away', () => {
    expect(files.length).toBeGreaterThanOrEqual(200);
    expect(outcomes.size).toBe(files.length);
    expect(
      files.filter(({ bytes, name }) => `${name}${bytes.toString('latin1')}`.includes(MARKER)).length,
    ).toBeGreaterThan(90);
  });

  it('are each drawn anew or refused in words; none is our failure', () => {
    const refusals = new Set([...outcomes.values()]);
    for (const known of ['kept', 'paper_unknown_kind', 'page_unreadable', 'paper_too_big', 'photo_too_many_pixels']) {
      expect([...refusals]).toContain(known);
    }
    expect([...refusals].filter((code) => !/^(kept|paper_|page_|photo_|pdf_)/.test(code))).toEqual([]);
    expect(outcomes.get('pdf with a password')).toBe('pdf_locked');
    expect(outcomes.get('pdf with five pages')).toBe('pdf_too_many_pages');
    expect(outcomes.get('svg as a jpeg')).toBe('paper_unknown_kind');
    expect(outcomes.get('jpeg with html behind')).toBe('kept');
  });

  it('leave nothing but plain pictures: no payload, no metadata, no name, in the row as it lies and as it opens', async () => {
    const rows = await world.db
      .selectFrom('merchant_document_page as page')
      .innerJoin('platform_file as file', 'file.id', 'page.file_id')
      .select(['page.merchant_id', 'page.kind', 'file.bytes', 'file.content_type', 'file.visibility'])
      .execute();
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) {
      expect([row.content_type, row.visibility]).toEqual(['image/webp', 'private']);
      const kind = row.kind as (typeof DOCUMENT_KINDS)[number];
      const opened = Buffer.from(world.app.ports.secrets.openBytes(row.bytes, pageContext(row.merchant_id, kind)));
      expect(Buffer.from(row.bytes).includes(MARKER) || opened.includes(MARKER)).toBe(false);
      expect(opened.length).toBeLessThanOrEqual(299_000);
      // A container of one still picture and nothing else (WebP container specification): RIFF, its length, WEBP, VP8.
      expect(opened.subarray(0, 4).toString()).toBe('RIFF');
      expect(opened.readUInt32LE(4) + 8).toBe(opened.length);
      expect(opened.subarray(8, 15).toString()).toBe('WEBPVP8');
      const { exif, xmp, icc, iptc, format, pages = 1 } = await sharp(opened).metadata();
      expect([format, exif, xmp, icc, iptc, pages]).toEqual(['webp', undefined, undefined, undefined, undefined, 1]);
    }
    const texts = await Promise.all(
      (['platform_audit', 'platform_outbox', 'merchant_document'] as const).map((table) =>
        world.db.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(texts)).not.toContain(MARKER);
  });

  it('control: the payload of a file kept as it came would be found', async () => {
    const kept = files.find(({ title }) => title === 'jpeg with html behind');
    expect(outcomes.get(kept?.title ?? '')).toBe('kept');
    expect(kept?.bytes.includes(MARKER)).toBe(true);
    const withPlace = files.find(({ title }) => title === 'jpeg with a place and a name in EXIF');
    expect((await sharp(withPlace?.bytes).metadata()).exif?.includes(MARKER)).toBe(true);
  });
});
