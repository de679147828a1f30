import { deflateSync } from 'node:zlib';
import type { HostileFile } from './hostile-files';

const MARKER = 'PESTARASA-MARKER';

interface PdfParts {
  /** Added to the catalogue. */
  catalogue?: string;
  /** Added to the page. */
  page?: string;
  /** Pages; one unless told. */
  count?: number;
  mediaBox?: string;
  /** Further objects, numbered from 10. */
  objects?: (string | Buffer)[];
  trailer?: string;
  /** What is drawn. */
  contents?: string | Buffer;
  contentsFilter?: string;
}

/** A PDF of one page that says "NIB", with whatever else is asked. */
export function pdfOf(parts: PdfParts = {}): Buffer {
  const { catalogue = '', page = '', count = 1, mediaBox = '[0 0 300 200]', objects = [], trailer = '' } = parts;
  const contents = Buffer.from((parts.contents as string) ?? 'BT /F1 24 Tf 40 100 Td (NIB 0000000000000) Tj ET');
  const filter = parts.contentsFilter ? `/Filter/${parts.contentsFilter}` : '';
  const kids = Array.from({ length: count }, () => '3 0 R').join(' ');
  const pieces: (string | Buffer)[] = [
    '%PDF-1.7\n',
    `1 0 obj<</Type/Catalog/Pages 2 0 R ${catalogue}>>endobj\n`,
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${count}>>endobj\n`,
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox${mediaBox}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 10 0 R>>>> ${page}>>endobj\n`,
    `4 0 obj<</Length ${contents.length}${filter}>>stream\n`,
    contents,
    '\nendstream endobj\n',
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n',
    ...objects.flatMap((body, at) => [`${10 + at} 0 obj`, body, 'endobj\n']),
    `trailer<</Root 1 0 R ${trailer}>>\n%%EOF`,
  ];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
}

const stream = (dictionary: string, body: Buffer | string): Buffer => {
  const bytes = Buffer.from(body as string);
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${bytes.length}>>stream\n`),
    bytes,
    Buffer.from('\nendstream '),
  ]);
};

const encrypted = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -3904/O<${'28bf4e5e'.repeat(8)}>/U<${'00112233'.repeat(8)}>>>/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]`;

/** PDFs that carry something, ask for much, or are not what they say. */
export function hostilePdfs(jpeg: Buffer): HostileFile[] {
  const flateBomb = deflateSync(Buffer.alloc(60_000_000, 'q Q '));
  const twice = deflateSync(deflateSync(Buffer.alloc(60_000_000)));
  const image = (width: number, height: number) =>
    stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`,
      deflateSync(Buffer.alloc(1000)),
    );
  const made: Record<string, Buffer> = {
    'a script on opening': pdfOf({ catalogue: `/OpenAction<</S/JavaScript/JS(app.alert("${MARKER}"))>>` }),
    'a script by name': pdfOf({
      catalogue: `/Names<</JavaScript<</Names[(${MARKER})<</S/JavaScript/JS(${MARKER})>>]>>>>`,
    }),
    'a script on the page': pdfOf({ page: `/AA<</O<</S/JavaScript/JS(${MARKER})>>>>` }),
    'a launch': pdfOf({ catalogue: `/OpenAction<</S/Launch/F(cmd.exe)/Win<</F(${MARKER})>>>>` }),
    'an address to open': pdfOf({ catalogue: `/OpenAction<</S/URI/URI(http://example.com/${MARKER})>>` }),
    'a form that sends itself': pdfOf({ catalogue: `/OpenAction<</S/SubmitForm/F(http://example.com/${MARKER})>>` }),
    'a file elsewhere': pdfOf({ catalogue: `/OpenAction<</S/GoToR/F(\\\\\\\\example.com\\\\${MARKER})>>` }),
    'a file inside': pdfOf({
      catalogue: '/Names<</EmbeddedFiles<</Names[(x.exe) 10 0 R]>>>>',
      objects: ['<</Type/Filespec/F(x.exe)/EF<</F 11 0 R>>>>', stream('/Type/EmbeddedFile', `MZ${MARKER}`)],
    }),
    'a film': pdfOf({ page: `/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]/Contents(${MARKER})>>]` }),
    'a link over the page': pdfOf({
      page: `/Annots[<</Subtype/Link/Rect[0 0 300 200]/A<</S/URI/URI(http://example.com/${MARKER})>>>>]`,
    }),
    'an XFA form': pdfOf({ catalogue: '/AcroForm<</XFA 10 0 R>>', objects: [stream('', `<xdp>${MARKER}</xdp>`)] }),
    'a form with a script': pdfOf({
      catalogue: `/AcroForm<</Fields[<</FT/Tx/T(a)/AA<</K<</S/JavaScript/JS(${MARKER})>>>>>>]>>`,
    }),
    'a name and a place': pdfOf({
      catalogue: '/Metadata 10 0 R',
      objects: [stream('/Type/Metadata/Subtype/XML', `<x>${MARKER}</x>`), `<</Author(${MARKER})>>`],
      trailer: '/Info 11 0 R',
    }),
    'a password': pdfOf({ trailer: encrypted }),
    'a lock nobody knows': pdfOf({ trailer: '/Encrypt<</Filter/Unknown/V 9>>/ID[<00><00>]' }),
    'five pages': pdfOf({ count: 5 }),
    'ten thousand pages': pdfOf({ count: 10_000 }),
    'no page': pdfOf({ count: 0 }),
    'pages that hold themselves': Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>`,
    ),
    'a page as wide as a street': pdfOf({ mediaBox: '[0 0 1000000 1000000]' }),
    'a page like a thread': pdfOf({ mediaBox: '[0 0 1 100000]' }),
    'a page of nothing': pdfOf({ mediaBox: '[0 0 0 0]' }),
    'a page turned inside out': pdfOf({ mediaBox: '[300 200 0 0]' }),
    'a page that is no number': pdfOf({ mediaBox: '[x y z w]' }),
    'a drawing that unpacks to sixty megabytes': pdfOf({ contents: flateBomb, contentsFilter: 'FlateDecode' }),
    'a drawing packed twice': pdfOf({ contents: twice, contentsFilter: 'FlateDecode' }),
    'a picture of 50,000 by 50,000': pdfOf({
      contents: 'q 300 0 0 200 0 0 cm /X Do Q',
      objects: [image(50_000, 50_000)],
    }),
    'a picture that draws itself': pdfOf({
      contents: '/X Do',
      objects: [stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>', '/X Do /X Do')],
    }),
    'arrays in arrays': pdfOf({ catalogue: `/Deep ${'['.repeat(5_000)}${']'.repeat(5_000)}` }),
    'a table of contents that points at itself': Buffer.concat([
      pdfOf(),
      Buffer.from('\nxref\n0 1\n0000000000 65535 f\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF'),
    ]),
    'a length that lies': Buffer.from(pdfOf().toString('latin1').replace('/Length 44', '/Length 999999999'), 'latin1'),
    'a photo behind its head': Buffer.concat([Buffer.from('%PDF-1.4\n'), jpeg, Buffer.from(MARKER)]),
    'html behind its end': Buffer.concat([pdfOf(), Buffer.from(`<html><script>${MARKER}</script>`)]),
    'a fake head only': Buffer.from(`%PDF-9.9 ${MARKER}`),
    'an html page after the head': Buffer.from(`%PDF-1.4\n<html><script>${MARKER}</script></html>`),
  };
  const whole = pdfOf();
  const cuts = [6, 20, 80, 200, 400, whole.length - 20].map((cut): [string, Buffer] => [
    `cut after ${cut} bytes`,
    whole.subarray(0, cut),
  ]);
  return [...Object.entries(made), ...cuts].map(([title, bytes]) => ({
    title: `pdf with ${title}`,
    name: 'nib.pdf',
    type: 'application/pdf',
    bytes,
  }));
}
