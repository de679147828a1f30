import { OPTION_NAME_MAX, OPTIONS_MAX } from '../../menus';
import type { ImportedOptionGroup } from '../import';
import { readExtraMoney } from './read-money';

export type OptionsReading =
  | { ok: true; groups: ImportedOptionGroup[] }
  | { ok: false; code: 'option_unreadable' | 'option_price_unreadable' | 'date_in_text'; read: string };

const CHOICES_MAX = OPTIONS_MAX;
const NAME_MAX = OPTION_NAME_MAX;
/** Groups of which a customer takes exactly one. */
const TAKE_ONE = /level|pedas|ukuran|size|rasa|kuah|porsi|varian|variant|isian|suhu|panas|jenis|pilih 1|wajib/i;
/** `telur +5000`, `telur (+5rb)`, `telur: 5.000`, `telur = 5000`, `telur Rp5.000`, `telur 5rb`. */
const PRICED =
  /^(.*?\p{L}.*?|\d)\s*(?:\(\s*\+?\s*([^()]*\d[^()]*)\)|[+:=@]\s*(?:rp\.?\s*)?([\d.,]+\s*(?:rb|ribu|k)?)|\s(rp\.?\s*[\d.,]+\s*(?:rb|ribu|k)?|[\d.,]+\s*(?:rb|ribu|k)|\d{1,3}(?:[.,]\d{3})+))\s*$/iu;
const GROUP_NAME = /^([^:+=()\d][^:+=()]{1,40}):\s*(\S[\s\S]*)$/;
export const DATE_LIKE =
  /^\d{4}-\d{2}-\d{2}|^\d{1,2}[-/](jan|feb|mar|apr|may|mei|jun|jul|aug|agu|agt|sep|oct|okt|nov|dec|des)|^(jan|feb|mar|apr|may|mei|jun|jul|aug|agu|sep|oct|okt|nov|dec|des)[-/]\d{1,4}|^\d{1,2}\/\d{1,2}\/\d{4}$/i;

/**
 * Choices as people write them into one cell: `0/1/2`, `telur +5000; keju +6000`, `kecil|besar (+3rb)`,
 * `Level: 0/1/2; Topping: telur +5000, keju +6000`, or a JSON list of a program. A group without a name has ''.
 */
export function readOptionList(cell: string): OptionsReading {
  const text = cell.trim();
  if (DATE_LIKE.test(text)) return { ok: false, code: 'date_in_text', read: text };
  if (/^[[{]/.test(text)) return readJson(text);
  const parts = split(text, /[;\n|]+/);
  const named = parts
    .map((part) => GROUP_NAME.exec(part))
    .map((match) => (match && !isPrice(match[2] ?? '') ? match : null));
  if (parts.length > 0 && named.every((match) => match !== null)) {
    return collect(named.map((match) => readGroup((match?.[1] ?? '').trim(), splitFine(match?.[2] ?? ''))));
  }
  const first = named[0];
  // `Topping: telur +5000; keju +6000`: one name before all choices.
  if (first && named.slice(1).every((match) => match === null)) {
    return collect([readGroup((first[1] ?? '').trim(), [first[2] ?? '', ...parts.slice(1)])]);
  }
  return collect([readGroup('', parts.length > 1 ? parts : splitFine(text))]);
}

type GroupReading = { ok: true; group: ImportedOptionGroup } | Extract<OptionsReading, { ok: false }>;

function collect(read: GroupReading[]): OptionsReading {
  const wrong = read.find((reading) => !reading.ok);
  if (wrong && !wrong.ok) return wrong;
  return {
    ok: true,
    groups: read.flatMap((reading) => (reading.ok && reading.group.options.length > 0 ? [reading.group] : [])),
  };
}

function readGroup(name: string, parts: string[]): GroupReading {
  const options: { name: string; price: number }[] = [];
  for (const part of parts.flatMap(spreadRange)) {
    const choice = readChoice(part);
    if (!choice.ok) return choice;
    if (!options.some((option) => option.name.toLowerCase() === choice.name.toLowerCase()))
      options.push({ name: choice.name, price: choice.price });
  }
  if (options.length > CHOICES_MAX)
    return { ok: false, code: 'option_unreadable', read: parts.join('; ').slice(0, 80) };
  return { ok: true, group: groupOf(name, options) };
}

/** How many a customer may take follows from the group: one level or size, any number of toppings. */
export function groupOf(name: string, options: { name: string; price: number }[]): ImportedOptionGroup {
  const takeOne =
    TAKE_ONE.test(name) ||
    (options.length > 1 && options.every(({ name: choice, price }) => price === 0 && /^\d$/.test(choice)));
  return { name, options, min: takeOne ? 1 : 0, max: takeOne ? 1 : Math.max(1, options.length) };
}

function readChoice(part: string): { ok: true; name: string; price: number } | Extract<OptionsReading, { ok: false }> {
  const priced = PRICED.exec(part);
  const name = (priced ? (priced[1] ?? '') : part).replace(/[\s:+=(-]+$/, '').trim();
  if (name === '' || name.length > NAME_MAX) return { ok: false, code: 'option_unreadable', read: part.slice(0, 80) };
  if (!priced) {
    if (/[+=]\s*\S/.test(part)) return { ok: false, code: 'option_price_unreadable', read: part };
    return { ok: true, name, price: 0 };
  }
  const price = readExtraMoney(priced[2] ?? priced[3] ?? priced[4] ?? '');
  return price.ok ? { ok: true, name, price: price.value } : { ok: false, code: 'option_price_unreadable', read: part };
}

function isPrice(text: string): boolean {
  return /^\+?\s*(rp)?\.?\s*\d[\d.,]*\s*(rb|ribu|k)?$/i.test(text.trim());
}

/** `0-5` is six levels. */
function spreadRange(part: string): string[] {
  const range = /^(?:level\s*)?([0-9])\s*(?:-|–|s\/d|sampai)\s*([0-9]|10)$/i.exec(part);
  if (!range) return [part];
  const [from, to] = [Number(range[1]), Number(range[2])];
  return to > from ? Array.from({ length: to - from + 1 }, (_, i) => String(from + i)) : [part];
}

function split(text: string, pattern: RegExp): string[] {
  return text
    .split(pattern)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A comma parts choices unless it stands inside a number; else a slash does. */
function splitFine(text: string): string[] {
  const commas = split(text, /,(?!\d{3}(?!\d))/);
  if (commas.length > 1) return commas;
  const semis = split(text, /[;|\n]+/);
  if (semis.length > 1) return semis;
  return /\d\s*rb\/|\bs\/d\b/i.test(text) ? [text.trim()] : split(text, /\//);
}

function readJson(text: string): OptionsReading {
  const unreadable = { ok: false as const, code: 'option_unreadable' as const, read: text.slice(0, 80) };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable;
  }
  if (!Array.isArray(value)) return unreadable;
  const options = value.map((item: unknown) => {
    if (typeof item === 'string') return { name: item, price: 0 };
    const record = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
    return { name: String(record.name ?? record.nama ?? ''), price: Number(record.price ?? record.harga ?? 0) };
  });
  const sound = options.every(
    ({ name, price }) => name !== '' && name.length <= NAME_MAX && Number.isSafeInteger(price) && price >= 0,
  );
  return sound && options.length <= CHOICES_MAX
    ? { ok: true, groups: options.length > 0 ? [groupOf('', options)] : [] }
    : unreadable;
}
