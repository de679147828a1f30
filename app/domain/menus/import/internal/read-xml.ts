import { UnreadableFile } from '../import';

/** One step through a document: an element opens (perhaps empty), closes, or text stands between. */
export type XmlStep =
  | { kind: 'open'; name: string; attributes: string; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const TAG_CHARACTERS = 1_000_000;
const CDATA = '<![CDATA[';

/**
 * Walks through XML as it arrives, without building a tree: an .xlsx sheet may be 300 MB of it.
 * Knows the five entities of XML and numbers, no others, so nothing can expand; namespace prefixes are dropped.
 */
export async function* walkXml(pieces: AsyncIterable<string>): AsyncGenerator<XmlStep[]> {
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    const steps: XmlStep[] = [];
    const used = takeSteps(rest, steps);
    rest = rest.slice(used);
    if (rest.length > TAG_CHARACTERS) throw new UnreadableFile({ code: 'file_damaged' });
    yield steps;
  }
}

/** Steps that are complete in `text`; answers how many characters they took. */
function takeSteps(text: string, steps: XmlStep[]): number {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open < 0) return at;
    const close = endOfTag(text, open);
    if (close < 0) return at;
    if (open > at) steps.push({ kind: 'text', text: decodeEntities(text.slice(at, open)) });
    if (text.startsWith(CDATA, open)) steps.push({ kind: 'text', text: text.slice(open + CDATA.length, close - 2) });
    else pushTag(text.slice(open + 1, close), steps);
    at = close + 1;
  }
}

/** Where the tag that begins at `open` ends; -1 while it has not arrived in full. */
function endOfTag(text: string, open: number): number {
  if (text.startsWith('<!--', open)) return after(text.indexOf('-->', open), 2);
  if (text.startsWith(CDATA, open)) return after(text.indexOf(']]>', open), 2);
  // Only the beginning of a comment or CDATA has arrived: wait for more.
  if (text[open + 1] === '!' && text.length - open < CDATA.length) return -1;
  return text.indexOf('>', open);
}

function after(found: number, step: number): number {
  return found < 0 ? -1 : found + step;
}

function pushTag(tag: string, steps: XmlStep[]): void {
  const first = tag[0];
  if (first === '!' || first === '?') return;
  if (first === '/') {
    steps.push({ kind: 'close', name: localName(tag.slice(1).trim()) });
    return;
  }
  const empty = tag.endsWith('/');
  const body = empty ? tag.slice(0, -1) : tag;
  const blank = body.search(/\s/);
  const name = blank < 0 ? body : body.slice(0, blank);
  steps.push({ kind: 'open', name: localName(name), attributes: blank < 0 ? '' : body.slice(blank), empty });
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of one attribute, null when it is absent. `id` also finds `r:id`. */
export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name as string] ?? whole;
    const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
