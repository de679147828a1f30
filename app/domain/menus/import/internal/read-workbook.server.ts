import { UnreadableFile } from '../import';
import { isDateFormat } from './excel-number';
import { attributeOf, walkXml } from './read-xml';

export interface WorkbookSheet {
  name: string;
  /** Entry of the zip. */
  path: string;
  hidden: boolean;
}

type Open = (name: string) => AsyncIterable<string> | null;

/** All texts of a workbook together; more than a file of 20 MB can honestly hold is an attack. */
const SHARED_CHARACTERS = 80_000_000;

/** The sheets of a workbook in their order, and which calendar it counts in. */
export async function readWorkbook(open: Open): Promise<{ sheets: WorkbookSheet[]; since1904: boolean }> {
  const targets = new Map<string, string>();
  for await (const steps of walkXml(open('xl/_rels/workbook.xml.rels') ?? nothing())) {
    for (const step of steps) {
      if (step.kind !== 'open' || step.name !== 'Relationship') continue;
      const target = attributeOf(step.attributes, 'Target') ?? '';
      targets.set(attributeOf(step.attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    }
  }
  const sheets: WorkbookSheet[] = [];
  let since1904 = false;
  for await (const steps of walkXml(open('xl/workbook.xml') ?? nothing())) {
    for (const step of steps) {
      if (step.kind !== 'open') continue;
      if (step.name === 'workbookPr') since1904 = /^(1|true)$/.test(attributeOf(step.attributes, 'date1904') ?? '');
      if (step.name !== 'sheet') continue;
      const path =
        targets.get(attributeOf(step.attributes, 'id') ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const hidden = (attributeOf(step.attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributeOf(step.attributes, 'name') ?? '', path, hidden });
    }
  }
  return { sheets, since1904 };
}

/** The table of texts that cells refer to by number. */
export async function readSharedTexts(open: Open): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let collecting = false;
  let phonetic = false;
  let characters = 0;
  for await (const steps of walkXml(open('xl/sharedStrings.xml') ?? nothing())) {
    for (const step of steps) {
      if (step.kind === 'text') {
        if (collecting && !phonetic) current += step.text;
      } else if (step.name === 't') collecting = step.kind === 'open' && !step.empty;
      else if (step.name === 'rPh') phonetic = step.kind === 'open' && !step.empty;
      else if (step.name === 'si' && (step.kind === 'close' || step.empty)) {
        characters += current.length;
        if (characters > SHARED_CHARACTERS) throw new UnreadableFile({ code: 'file_unpacks_too_big' });
        texts.push(current);
        current = '';
      }
    }
  }
  return texts;
}

/** Per cell style whether it shows a date or a time. */
export async function readStyles(open: Open): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  for await (const steps of walkXml(open('xl/styles.xml') ?? nothing())) {
    for (const step of steps) {
      if (step.kind === 'text') continue;
      if (step.name === 'cellXfs') inCellFormats = step.kind === 'open' && !step.empty;
      if (step.kind !== 'open') continue;
      if (step.name === 'numFmt')
        codes.set(Number(attributeOf(step.attributes, 'numFmtId')), attributeOf(step.attributes, 'formatCode') ?? '');
      if (step.name !== 'xf' || !inCellFormats) continue;
      const id = Number(attributeOf(step.attributes, 'numFmtId') ?? 0);
      styles.push(isDateFormat(id, codes.get(id)));
    }
  }
  return styles;
}

async function* nothing(): AsyncGenerator<string> {
  yield '';
}
