import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SheetRow, UnreadableFile } from '../import';
import { excelDate, excelNumber } from './excel-number';
import { readSharedTexts, readStyles, readWorkbook, type WorkbookSheet } from './read-workbook.server';
import { attributeOf, walkXml, type XmlStep } from './read-xml';
import { readZipEntries, UnpackBudget, unpackText, type ZipEntry } from './read-zip.server';

interface Workbook {
  bytes: Uint8Array;
  entries: Map<string, ZipEntry>;
  sheets: WorkbookSheet[];
  since1904: boolean;
  texts: string[];
  /** Per cell style: does it show a date? */
  dateStyles: boolean[];
}

const PEEK_ROWS = 30;

/** The rows of the first sheet that holds a table (visible ones first), numbered as Excel numbers them. Streams: a sheet is never in memory whole. */
export async function* readXlsx(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const entries = readZipEntries(bytes);
  if (!entries.has('xl/workbook.xml')) throw new UnreadableFile({ code: 'file_kind_unknown', kind: 'zip' });
  const budget = new UnpackBudget();
  const open = (name: string) => {
    const entry = entries.get(name.toLowerCase());
    return entry ? unpackText(bytes, entry, budget) : null;
  };
  const { sheets, since1904 } = await readWorkbook(open);
  const workbook: Workbook = {
    bytes,
    entries,
    sheets,
    since1904,
    texts: await readSharedTexts(open),
    dateStyles: await readStyles(open),
  };
  const chosen = await chooseSheet(workbook, budget);
  if (!chosen) throw new UnreadableFile({ code: 'file_no_rows' });
  yield* readSheet(workbook, chosen, budget);
}

async function chooseSheet(workbook: Workbook, budget: UnpackBudget): Promise<WorkbookSheet | null> {
  let fallback: WorkbookSheet | null = null;
  const ordered = [...workbook.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden));
  for (const sheet of ordered) {
    let rows = 0;
    let wide = 0;
    for await (const row of readSheet(workbook, sheet, budget)) {
      rows += 1;
      if (row.cells.filter((cell) => cell !== '').length > 1) wide += 1;
      if (wide >= 2 || rows >= PEEK_ROWS) break;
    }
    if (wide >= 2) return sheet;
    if (rows > 0) fallback ??= sheet;
  }
  return fallback;
}

/** What is known of the cell and row being read. */
class SheetReader {
  rows: SheetRow[] = [];
  private row: SheetRow | null = null;
  private lastRow = 0;
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private collecting = false;
  private phonetic = false;

  constructor(private readonly workbook: Workbook) {}

  step(step: XmlStep): void {
    if (step.kind === 'text') {
      if (this.collecting && !this.phonetic) this.value += step.text;
    } else if (step.kind === 'open') this.open(step.name, step.attributes, step.empty);
    else this.close(step.name);
  }

  private open(name: string, attributes: string, empty: boolean): void {
    if (name === 'row') {
      this.lastRow = Number(attributeOf(attributes, 'r') ?? this.lastRow + 1) || this.lastRow + 1;
      this.row = { number: this.lastRow, cells: [] };
      this.column = -1;
    } else if (name === 'c') {
      this.column = columnOf(attributeOf(attributes, 'r')) ?? this.column + 1;
      this.type = attributeOf(attributes, 't') ?? 'n';
      this.style = Number(attributeOf(attributes, 's') ?? 0);
      this.value = '';
    } else if (name === 'rPh') this.phonetic = !empty;
    else if (name === 'v' || name === 't') this.collecting = !empty;
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.collecting = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.keepCell();
    else if (name === 'row' && this.row) {
      if (this.row.cells.length > 0) this.rows.push(this.row);
      this.row = null;
    }
  }

  private keepCell(): void {
    const text = this.cellText();
    if (text === '' || !this.row) return;
    // A value in column XFD alone would make an array of 16,384 blanks a row: kept short, refused by tidyRow.
    const column = Math.min(this.column, 400);
    while (this.row.cells.length < column) this.row.cells.push('');
    this.row.cells[column] = text;
  }

  private cellText(): string {
    if (this.value === '') return '';
    if (this.type === 's') return unescapeText(this.workbook.texts[Number(this.value)] ?? '');
    if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (this.type === 'n') {
      const isDate = this.workbook.dateStyles[this.style] === true;
      return isDate && this.value.trim() !== ''
        ? excelDate(Number(this.value), this.workbook.since1904)
        : excelNumber(this.value);
    }
    return unescapeText(this.value);
  }
}

async function* readSheet(workbook: Workbook, sheet: WorkbookSheet, budget: UnpackBudget): AsyncGenerator<SheetRow> {
  const entry = workbook.entries.get(sheet.path.toLowerCase());
  if (!entry) return;
  const reader = new SheetReader(workbook);
  for await (const steps of walkXml(unpackText(workbook.bytes, entry, budget))) {
    for (const step of steps) reader.step(step);
    yield* reader.rows.splice(0);
    await nextTurn();
  }
}

/** `AB12` is column 27. */
function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `_x000D_` is how OOXML writes signs that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex as string, 16)))
    : text;
}
