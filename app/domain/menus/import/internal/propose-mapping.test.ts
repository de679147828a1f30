import { describe, expect, it } from 'vitest';
import { seededRandom } from '~/shared/seeded-random';
import { type RandomSheet, randomSheet } from '../../../../../test/fixtures/imports/random-sheet';
import type { SheetRow } from '../import';
import { findHeadingRow } from './find-heading-row';
import { proposeMapping } from './propose-mapping';

const SHEETS = 150;

/** Share of columns that are understood rightly, over many sheets whose headings and order are drawn by lot. */
function measure(withHeadings: boolean, count: number, report: string[] = []): { right: number; vital: number } {
  let columns = 0;
  let right = 0;
  let vital = 0;
  for (let seed = 1; seed <= count; seed++) {
    const random = seededRandom(seed);
    const sheet = randomSheet(random, { merchants: 12, dishesEach: 5, blankContinuation: seed % 2 === 0 });
    const { proposed, headingFound } = propose(sheet, withHeadings);
    if (headingFound !== withHeadings)
      report.push(`sheet ${seed}: heading row ${headingFound ? 'invented' : 'missed'}`);
    const wrong = sheet.fields.filter((field, column) => proposed[column] !== field);
    for (const [column, field] of sheet.fields.entries()) {
      if (proposed[column] !== field)
        report.push(`sheet ${seed}: "${sheet.headings[column]}" is ${field}, read as ${proposed[column]}`);
    }
    columns += sheet.fields.length;
    right += sheet.fields.length - wrong.length;
    if (!wrong.some((field) => ['stall_name', 'phone', 'city', 'dish_name', 'price'].includes(field))) vital += 1;
  }
  return { right: right / columns, vital: vital / count };
}

function propose(sheet: RandomSheet, withHeadings: boolean) {
  const table = withHeadings ? [sheet.headings, ...sheet.rows] : sheet.rows;
  const rows: SheetRow[] = table.map((cells, i) => ({ number: i + 1, cells }));
  const headingRow = findHeadingRow(rows);
  const headings = headingRow === null ? [] : (rows[headingRow - 1]?.cells ?? []);
  const data = rows.filter((row) => headingRow === null || row.number > headingRow);
  return {
    proposed: proposeMapping({ headings, rows: data, remembered: new Map() }).map((column) => column.field),
    headingFound: headingRow !== null,
  };
}

describe('columns are understood whatever they are called and wherever they stand', () => {
  it('with headings drawn by lot, in any order', () => {
    const report: string[] = [];
    const { right, vital } = measure(true, SHEETS, report);
    if (process.env.SHOW_IMPORT)
      process.stdout.write(`named: ${right} vital ${vital}\n${report.slice(0, 40).join('\n')}\n`);
    expect(right).toBeGreaterThan(0.99);
    expect(vital).toBeGreaterThan(0.99);
  });

  it('without any headings, from what the columns hold', () => {
    const report: string[] = [];
    const { right, vital } = measure(false, SHEETS, report);
    if (process.env.SHOW_IMPORT)
      process.stdout.write(`nameless: ${right} vital ${vital}\n${report.slice(0, 40).join('\n')}\n`);
    expect(right).toBeGreaterThan(0.9);
    expect(vital).toBeGreaterThan(0.9);
  });

  it('a table of menus beside one of restaurants: "name" is the dish where an id already tells the restaurant', () => {
    const headings = ['restaurant_id', 'category', 'name', 'description', 'price'];
    const rows = ['1', '1', '1', '1', '2', '2', '2', '2'].map((id, i) => ({
      number: i + 2,
      cells: [id, i % 4 < 2 ? 'Pizza' : 'Minuman', `Menu ${i}`, '', '15000'],
    }));
    expect(proposeMapping({ headings, rows, remembered: new Map() }).map((column) => column.field)).toEqual([
      'merchant_id',
      'section',
      'dish_name',
      'description',
      'price',
    ]);
  });

  it('three dishes side by side in one row', () => {
    const headings = ['Pedagang', 'Telp', 'Menu 1', 'Harga 1', 'Menu 2', 'Harga 2'];
    const rows = [{ number: 2, cells: ['Sate Contoh', '081000000077', 'Sate ayam', '25rb', 'Sate kambing', '35rb'] }];
    expect(
      proposeMapping({ headings, rows, remembered: new Map() }).map(({ field, set }) => `${field} ${set}`),
    ).toEqual(['stall_name 1', 'phone 1', 'dish_name 1', 'price 1', 'dish_name 2', 'price 2']);
  });

  it('what the organisation said before wins over every guess', () => {
    const [column] = proposeMapping({
      headings: ['Harga'],
      rows: [{ number: 2, cells: ['Jl. Merdeka'] }],
      remembered: new Map([['harga', 'address']]),
    });
    expect(column).toMatchObject({ field: 'address', because: 'remembered' });
  });
});
