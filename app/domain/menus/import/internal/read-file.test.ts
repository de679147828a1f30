import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { zipOf } from '../../../../../test/fixtures/imports/zip-of';
import { IMPORT_LIMITS, UnreadableFile } from '../import';
import { openFile } from './read-file.server';

const text = (value: string, encoding: BufferEncoding = 'utf8') => Buffer.from(value, encoding);

async function rowsOf(bytes: Uint8Array) {
  const rows = [];
  for await (const row of openFile(bytes).rows) rows.push(row);
  return rows;
}

async function problemOf(bytes: Uint8Array) {
  try {
    await rowsOf(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem;
    throw error;
  }
  return null;
}

describe('CSV files as offices and cash registers write them', () => {
  it.each([
    ['commas', 'nama,harga\nTekwan,10000\n'],
    ['semicolons', 'nama;harga\nTekwan;10000\n'],
    ['tabs', 'nama\tharga\nTekwan\t10000\n'],
    ['pipes', 'nama|harga\nTekwan|10000\n'],
    ['Windows line ends', 'nama;harga\r\nTekwan;10000\r\n'],
    ['old Mac line ends', 'nama;harga\rTekwan;10000\r'],
    ['a sep= line', 'sep=;\nnama;harga\nTekwan;10000'],
    ['a BOM', '\uFEFFnama,harga\nTekwan,10000\n'],
  ])('%s', async (_, content) => {
    expect((await rowsOf(text(content))).map((row) => row.cells)).toEqual([
      ['nama', 'harga'],
      ['Tekwan', '10000'],
    ]);
  });

  it('quotes, line breaks and emoji inside a field stay one cell, and the row number is the one a spreadsheet shows', async () => {
    const rows = await rowsOf(text('nama,cerita\n"Pempek ""Cik""","Baris satu\nbaris dua 🍲"\n\nModel,ya\n'));
    expect(rows).toEqual([
      { number: 1, cells: ['nama', 'cerita'] },
      { number: 2, cells: ['Pempek "Cik"', 'Baris satu\nbaris dua 🍲'] },
      { number: 4, cells: ['Model', 'ya'] },
    ]);
  });

  it('UTF-16 from Excel "Unicode Text" and Windows-1252 are both read', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), text('nama\tharga\nÉs kacang\t9000\n', 'utf16le')]);
    expect((await rowsOf(utf16))[1]?.cells).toEqual(['És kacang', '9000']);
    expect((await rowsOf(text('nama;harga\nÉs caf\u00e9;9000\n', 'latin1')))[1]?.cells).toEqual(['És café', '9000']);
  });

  it('prices with commas do not make a semicolon file a comma file', async () => {
    expect((await rowsOf(text('a;b\n"1,5";"2,5"\n1,5;3,5\n')))[2]?.cells).toEqual(['1,5', '3,5']);
  });

  it('a stray quote inside a word is only a quote', async () => {
    expect((await rowsOf(text('nama,harga\nPempek 5" panjang,5000\n')))[1]?.cells).toEqual([
      'Pempek 5" panjang',
      '5000',
    ]);
  });
});

describe('Excel files', () => {
  it('numbers keep every digit, dates are written out, blank rows keep their numbers', async () => {
    const bytes = await writeExcelFile([
      ['Nama', 'HP', 'Harga', 'Mulai'],
      ['Tekwan', 6281234567890, 15000.5, { value: new Date('2027-04-03T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' }],
      [null, null, null, null],
      ['Model', '0810-0000-0001', 12000, null],
    ]).toBuffer();
    expect(await rowsOf(bytes)).toEqual([
      { number: 1, cells: ['Nama', 'HP', 'Harga', 'Mulai'] },
      { number: 2, cells: ['Tekwan', '6281234567890', '15000.5', '2027-04-03'] },
      { number: 4, cells: ['Model', '0810-0000-0001', '12000'] },
    ]);
  });

  it('the first sheet with a table is taken, not the page of instructions before it', async () => {
    const bytes = await writeExcelFile([
      { data: [['Petunjuk: isi lembar berikut']], sheet: 'Petunjuk' },
      {
        data: [
          ['Nama', 'Harga'],
          ['Tekwan', 10000],
        ],
        sheet: 'Data',
      },
    ]).toBuffer();
    expect((await rowsOf(bytes)).map((row) => row.cells)).toEqual([
      ['Nama', 'Harga'],
      ['Tekwan', '10000'],
    ]);
  });
});

describe('files that are no table get a clear answer', () => {
  it.each([
    ['nothing', Buffer.alloc(0), { code: 'file_empty' }],
    ['blanks only', text('\n\n  \n'), { code: 'file_empty' }],
    ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]), { code: 'file_kind_unknown', kind: 'xls' }],
    [
      'a locked workbook',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), text('EncryptedPackage', 'utf16le')]),
      { code: 'file_locked' },
    ],
    ['a PDF', text('%PDF-1.7'), { code: 'file_kind_unknown', kind: 'pdf' }],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), { code: 'file_kind_unknown', kind: 'picture' }],
    ['a web page called .xls', text('<html><table>'), { code: 'file_kind_unknown', kind: 'page' }],
    ['bytes full of NUL', Buffer.alloc(5000), { code: 'file_kind_unknown', kind: 'binary' }],
    ['half a workbook', Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9]), { code: 'file_damaged' }],
    ['a zip of photos', zipOf({ 'a.jpg': text('x') }), { code: 'file_kind_unknown', kind: 'zip' }],
    ['a quote never closed', text(`a,b\n1,2\n"3,4\n${'x,y\n'.repeat(1000)}`), { code: 'file_quote_open', row: 3 }],
    [
      'a million columns',
      text(`a,b\n${'x,'.repeat(900_000)}\n`),
      { code: 'file_columns_too_many', row: 2, limit: IMPORT_LIMITS.columns },
    ],
    [
      'a cell as long as a book',
      text(`a,b\n1,${'x'.repeat(30_000)}\n`),
      { code: 'file_cell_too_long', row: 2, limit: IMPORT_LIMITS.cellCharacters },
    ],
    [
      'more than 20 MB',
      Buffer.alloc(IMPORT_LIMITS.bytes + 1, 'a'),
      { code: 'file_too_big', bytes: IMPORT_LIMITS.bytes + 1 },
    ],
  ])('%s', async (_, bytes, problem) => {
    await expect(
      (async () => problemOf(bytes))().catch((error) =>
        error instanceof UnreadableFile ? error.problem : Promise.reject(error),
      ),
    ).resolves.toEqual(problem);
  });

  it('more rows than we take is said, not swallowed', async () => {
    expect(await problemOf(text(`a,b\n${'1,2\n'.repeat(50_020)}`))).toEqual({
      code: 'file_rows_too_many',
      limit: 50_000,
    });
  });

  it('a zip bomb is stopped by what it unpacks to, whatever size it claims', async () => {
    const big = deflateRawSync(Buffer.alloc(IMPORT_LIMITS.unpackedBytes + 1, `<row>${'x'.repeat(1_000)}</row>`));
    const worse = zipOf({
      'xl/workbook.xml': text('<workbook/>'),
      'xl/sharedStrings.xml': { deflated: big, claimedSize: 10 },
    });
    expect(await problemOf(worse)).toEqual({ code: 'file_unpacks_too_big' });
  }, 60_000);

  it('entities of a document type are never expanded', async () => {
    const sheet =
      '<!DOCTYPE x [<!ENTITY lol "lol">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&lol;&amp;</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>';
    const bytes = zipOf({
      'xl/workbook.xml': text('<workbook><sheets><sheet name="a"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': text(sheet),
    });
    expect((await rowsOf(bytes))[0]?.cells).toEqual(['&lol;&', 'b']);
  });
});

it('the event loop keeps turning while a large file is read', async () => {
  const bytes = text(`nama;harga;cerita\n${`Pempek kapal selam;"Rp 15.000";"${'enak '.repeat(60)}"\n`.repeat(40_000)}`);
  let longest = 0;
  const began = performance.now();
  let last = began;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const rows = await rowsOf(bytes);
  clearInterval(timer);
  expect(rows).toHaveLength(40_001);
  // A share, not milliseconds: beside other programs both grow.
  expect(longest).toBeLessThan((performance.now() - began) / 4);
});
