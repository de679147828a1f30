import type { Dice } from '~/demo/world/dice';
import { fillAddress } from './built-routes';
import type { Params } from './rights-fixture';
import type { Player } from './rights-players';

/** A form as a page shows it: where it goes and what it would send untouched. */
export interface LearntForm {
  player: Player;
  path: string;
  fields: [string, string][];
  isMultipart: boolean;
}

/** One generated request. */
export interface FuzzRequest {
  player: Player;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** What people, spreadsheets and attackers put where a word was expected. */
export const ODD_TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '1e400',
  '0x10',
  '2147483648',
  '9007199254740992',
  '9223372036854775808',
  '99999999999999999999999999',
  '-9223372036854775809',
  '0,5',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '{"a":1}',
  '[1,2]',
  '\u0000',
  'a\u0000b',
  '\u202e\u200b\ufeff',
  '\ufffd\uffff',
  '👩‍🍳🍜',
  'é'.repeat(60),
  'Siti '.repeat(12),
  'x'.repeat(5_000),
  "' or 1=1 --",
  '%',
  '_%\\',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  '../../etc/passwd',
  '\\\\host\\share',
  '//evil.invalid',
  'https://evil.invalid/',
  'javascript:alert(1)',
  '2026-02-30',
  '0000-00-00',
  '2026-11-28',
  '9999-12-31',
  '275761-01-01',
  '24:00',
  '99:99',
  '+6281234567890',
  '0812-3456-7890',
  '6.28E+12',
  '1671010101900001',
  '\r\nSet-Cookie: a=b',
  'ord_00000000000000000000000000',
  'mrc_ZZZZZZZZZZZZZZZZZZZZZZZZZZ',
] as const;

/** Segments of an address, as they travel. */
const ODD_SEGMENTS = [
  ...ODD_TEXTS.filter((text) => text.length < 400 && !text.includes('\u0000')).map(encodeURIComponent),
  '%2e%2e',
  '..',
  '.',
  '%2f%2f',
  '%5c',
  '%252e',
  '%F0%9F%8D%9C',
  '%C0%AF',
  '%E0%A4%A',
  '%',
  '*',
  ';a=b',
  'a:b',
];

const QUERY_NAMES = [
  'lanjut kode kabar hari halaman q lapak jenis kota mulai sampai saring tanpa urut keadaan state page pages day',
  'amount other simpan dari ke rak kind category region halal pedas harga kata status sort order p _routes index n',
]
  .join(' ')
  .split(' ');

const STRANGE_ADDRESSES = ['/berkas/:fileId', '/__manifest', '/assets/:x', '/health', '/:a/:b'] as const;
const ODD_ENDINGS = [
  '.data',
  '.data',
  '.data',
  '/',
  '//',
  '/.data',
  '.data.data',
  '/_root.data',
  '%2edata',
  '/..',
] as const;

const query = (random: Dice, routeIds: readonly string[]) =>
  Array.from({ length: 1 + random.below(4) }, () => {
    const name = random.pick(QUERY_NAMES);
    const value = name === '_routes' ? random.pick(routeIds) : random.pick(ODD_TEXTS).slice(0, 300);
    return `${name}=${random.chance(10) ? random.pick(ODD_SEGMENTS) : encodeURIComponent(value)}`;
  }).join('&');

/** A page that has opened for this person, as its links lead there. */
export interface Visit {
  player: Player;
  path: string;
}

export interface Ground {
  visits: readonly Visit[];
  /** Every page with those who may see it. */
  pages: readonly { id: string; address: string; players: readonly Player[] }[];
  mine: Params;
  theirs: Params;
  forms: readonly LearntForm[];
  players: readonly Player[];
  origin: string;
}

/** An address of the site, some with odd, another's or absent parameters, in one of its many spellings. */
function oddAddress(random: Dice, { pages, mine, theirs, players }: Ground): Pick<FuzzRequest, 'path' | 'player'> {
  const page = random.pick(pages);
  const isOdd = random.chance(35);
  const address = random.chance(4) ? random.pick(STRANGE_ADDRESSES) : page.address;
  const params: Params = {};
  for (const [, name = ''] of address.matchAll(/:(\w+)/g)) {
    const kind = isOdd ? random.below(10) : 0;
    const known = kind < 6 ? mine[name] : kind < 7 ? theirs[name] : undefined;
    if (known !== undefined) params[name] = known;
    else if (kind >= 7) params[name] = random.pick(ODD_SEGMENTS);
  }
  let path = fillAddress(address, params);
  if (random.chance(15)) path = `/en${path === '/' ? '' : path}`;
  if (random.chance(3)) path = path.toUpperCase();
  if (random.chance(20)) path += random.pick(ODD_ENDINGS);
  if (random.chance(40)) {
    path += `?${query(
      random,
      pages.map(({ id }) => id),
    )}`;
  }
  return { path, player: random.pick(random.chance(80) ? page.players : players) };
}

/** Fields of a form, each with a chance of being odd, doubled, missing or joined by strangers. */
function oddFields(random: Dice, fields: readonly [string, string][]): [string, string][] {
  const rate = random.pick([0, 15, 40]);
  const odd = fields.flatMap(([name, value]): [string, string][] => {
    if (!random.chance(rate)) return [[name, value]];
    const kind = random.below(8);
    if (kind === 0) return [];
    if (kind === 1)
      return [
        [name, value],
        [name, random.pick(ODD_TEXTS)],
      ];
    if (kind === 2) return [[`${name}[]`, value]];
    if (kind === 3) return [[name, value + random.pick(ODD_TEXTS)]];
    return [[name, random.pick(ODD_TEXTS)]];
  });
  if (random.chance(10)) odd.push([random.pick(['__proto__', 'constructor', 'intent', '']), random.pick(ODD_TEXTS)]);
  return odd;
}

function urlEncoded(fields: readonly [string, string][]): Buffer {
  return Buffer.from(new URLSearchParams(fields as [string, string][]).toString());
}

function multipart(random: Dice, fields: readonly [string, string][], boundary: string): Buffer {
  const parts = fields.map(([name, value]) => {
    const file = random.chance(20) ? `; filename="${random.pick(['a.csv', '../a.xlsx', 'a"b', ''])}"` : '';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, '')}"${file}\r\n\r\n${value}\r\n`;
  });
  const whole = Buffer.from(`${parts.join('')}--${boundary}--\r\n`);
  return random.chance(25) ? whole.subarray(0, random.below(whole.length)) : whole;
}

const ODD_TYPES = [
  'text/plain',
  'application/json',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="x y"',
  'application/x-www-form-urlencoded; charset=utf-16',
  'application/x-www-form-urlencoded, multipart/form-data; boundary=x',
  '',
];

function withBody(
  random: Dice,
  fields: readonly [string, string][],
  isMultipart = false,
): Pick<FuzzRequest, 'headers' | 'body'> {
  const kind = random.below(20);
  if (kind === 0) {
    const bytes = Buffer.from(Array.from({ length: random.below(300) }, () => random.below(256)));
    return { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: bytes };
  }
  if (kind === 1) return { headers: { 'Content-Type': random.pick(ODD_TYPES) }, body: urlEncoded(fields) };
  if (kind === 2 || (isMultipart && kind < 15)) {
    const boundary = random.pick(['batas', '----WebKitFormBoundary7MA4YWxkTrZu0gW']);
    const body = multipart(random, fields, boundary);
    return { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body };
  }
  return { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: urlEncoded(fields) };
}

const ODD_HEADERS: Record<string, string>[] = [
  {},
  { 'X-HTTP-Method-Override': 'DELETE' },
  { Expect: '100-continue' },
  { 'If-None-Match': '*', Range: 'bytes=0-1,5-' },
  { 'Accept-Language': 'x'.repeat(2_000), 'Accept-Encoding': 'br;q=0, *' },
  { 'X-Forwarded-For': '127.0.0.1, evil', 'X-Forwarded-Host': 'evil.invalid', 'X-Original-URL': '/operator' },
  { Referer: 'http://evil.invalid/x', 'User-Agent': '<script>👩‍🍳'.replace(/[^\x20-\x7e]/g, '\xff') },
  { Referer: ':::', Origin: 'null' },
  { Cookie: 'sesi=; keranjang=a.b; masuk=e30.x; pesanan=%00; peramban=\xff' },
];

/** One request of the fuzz pass: some plain visits, and of the rest half odd addresses, half forms that a page has shown. */
export function nextRequest(random: Dice, ground: Ground): FuzzRequest {
  // What odd requests leave behind is met by the next person who opens the page.
  if (random.chance(20)) return { ...random.pick(ground.visits), method: 'GET', headers: {} };
  const extra = random.chance(10) ? random.pick(ODD_HEADERS) : {};
  const own = { Origin: ground.origin, 'Sec-Fetch-Site': 'same-origin' };
  const form = random.chance(55) ? random.pick(ground.forms) : undefined;
  if (form) {
    const { headers, body } = withBody(random, oddFields(random, form.fields), form.isMultipart);
    const path = random.chance(10) ? `${form.path.split('?')[0]}.data` : form.path;
    return { player: form.player, method: 'POST', path, headers: { ...own, ...headers, ...extra }, body };
  }
  const { player, path } = oddAddress(random, ground);
  if (random.chance(75)) return { player, method: random.pick(['GET', 'GET', 'GET', 'HEAD']), path, headers: extra };
  const learnt = random.pick(ground.forms);
  const { headers, body } = withBody(random, oddFields(random, learnt.fields));
  const method = random.chance(90) ? 'POST' : random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']);
  return { player, method, path, headers: { ...own, ...headers, ...extra }, body };
}
