import plainFont from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?inline';
import boldFont from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?inline';
import { encode } from 'uqr';
import type { Language } from '~/shared/language';

/** What the sheet says, in one language: the same words as on its page. */
export interface CertificateSheet {
  language: Language;
  title: string;
  statement: string;
  rows: readonly { label: string; text: string }[];
  /** Where its state can be read; also in the QR code. */
  address: string;
  /** Above the address. */
  check: string;
}

const INK = '#201a14';
const SOFT = '#5c5147';
const SAMBAL = '#b3261e';
const KUNYIT = '#f2b632';
const PAPER = '#fffbf3';

/** A4 lying, in points of 1/72 inch. */
const SHEET = { width: 842, height: 595 };
const MARGIN = 64;
const QR_SIDE = 132;
const ROWS_WIDTH = SHEET.width - 2 * MARGIN - QR_SIDE - 40;
const LABEL_WIDTH = 132;

/** The certificate as a PDF of one sheet. Its fonts come with the site; nothing is fetched. */
export async function drawCertificate(sheet: CertificateSheet): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded with the first certificate: it takes longer to start than all the rest.
  const { default: PdfDocument } = await import('pdfkit');
  const doc = new PdfDocument({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    info: { Title: sheet.title, Author: 'Pestarasa' },
    lang: sheet.language,
  });
  const parts: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.registerFont('plain', bytesOf(plainFont)).registerFont('bold', bytesOf(boldFont));
  drawFrame(doc);
  drawCheck(doc, sheet, drawWords(doc, sheet));
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(parts));
}

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}

function drawFrame(doc: PDFKit.PDFDocument): void {
  doc.rect(0, 0, SHEET.width, SHEET.height).fill(PAPER);
  doc.rect(0, 0, SHEET.width, 14).fill(SAMBAL);
  doc.rect(0, 14, SHEET.width, 5).fill(KUNYIT);
  doc.rect(0, SHEET.height - 14, SHEET.width, 14).fill(SAMBAL);
  doc.rect(0, SHEET.height - 19, SHEET.width, 5).fill(KUNYIT);
}

/** Answers where the rows begin, points from the top. */
function drawWords(doc: PDFKit.PDFDocument, { title, statement, rows }: CertificateSheet): number {
  doc.fillColor(SAMBAL).font('bold').fontSize(14).text('Pestarasa', MARGIN, 56);
  doc
    .fillColor(INK)
    .fontSize(30)
    .text(title, MARGIN, 80, { width: SHEET.width - 2 * MARGIN });
  doc.fillColor(SOFT).font('plain').fontSize(12);
  doc.text(statement, MARGIN, doc.y + 8, { width: SHEET.width - 2 * MARGIN, lineGap: 2 });
  const begin = doc.y + 26;
  let top = begin;
  for (const { label, text } of rows) {
    doc
      .fillColor(SOFT)
      .font('plain')
      .fontSize(11)
      .text(label, MARGIN, top + 3, { width: LABEL_WIDTH });
    const below = doc.y;
    doc.fillColor(INK).font('bold').fontSize(14);
    doc.text(text, MARGIN + LABEL_WIDTH, top, { width: ROWS_WIDTH - LABEL_WIDTH });
    top = Math.max(below, doc.y) + 9;
  }
  return begin;
}

function drawCheck(doc: PDFKit.PDFDocument, { address, check }: CertificateSheet, top: number): void {
  const left = SHEET.width - MARGIN - QR_SIDE;
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const side = QR_SIDE / size;
  doc.rect(left, top, QR_SIDE, QR_SIDE).fill('#ffffff');
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) doc.rect(left + x * side, top + y * side, side, side);
    });
  });
  doc.fill(INK);
  doc.fillColor(SOFT).font('plain').fontSize(9);
  doc.text(check, left - 40, top + QR_SIDE + 8, { width: QR_SIDE + 40, align: 'right' });
  doc.fillColor(INK).text(address, left - 40, doc.y + 2, { width: QR_SIDE + 40, align: 'right' });
}
