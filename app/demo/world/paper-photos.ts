import { addDocumentPages, sealPages } from '~/domain/merchants/add-document-pages.server';
import type { Owned } from './owners';
import { inGroups, mustHave, type Stage } from './stage';

/** A page that nobody takes for a real paper. */
const SPECIMEN = pageSaying(['CONTOH', 'Bukan dokumen asli', 'NIK dan NIB berisi nol']);

/** Owners photograph their KTP, so that the list of papers to check and the record of looks have something to show. */
export async function photographPapers({ app }: Stage, owners: readonly Owned[]): Promise<void> {
  // Drawn once: the same specimen lies before everybody.
  const pages = mustHave(await app.ports.images.drawPaper(Buffer.from(SPECIMEN), 1));
  const { secrets } = app.ports;
  await inGroups(app, owners, async (tx, { merchantId, ownerId }) => {
    const paper = { merchantId, kind: 'ktp' } as const;
    const sealed = sealPages(pages, { ...paper, secrets });
    mustHave(await addDocumentPages(tx, { ...paper, pages: sealed, by: ownerId, now: app.clock.now() }));
  });
}

/** The smallest PDF with some lines of text (ISO 32000-2, 7.5); a reader finds its objects without a table. */
function pageSaying(lines: readonly string[]): string {
  const text = `BT /F1 28 Tf 40 TL 40 160 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  return [
    '%PDF-1.7',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 240]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${text.length}>>stream`,
    text,
    'endstream endobj',
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
}
