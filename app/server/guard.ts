import { plainPath } from '~/shared/paths';
import { type BodyRule, bodyRuleFor, FORM, longForm } from './body-limits';

const METHODS = new Set(['GET', 'HEAD', 'POST']);
export const PATH_BYTES_MAX = 4 * 1024;
export const QUERY_BYTES_MAX = 8 * 1024;

/** The part of a request that is judged before anything else sees it. */
export interface Head {
  method: string;
  /** The request target as it came: path and query. */
  target: string;
  headers: Record<string, string | string[] | undefined>;
  /** How many Host lines came. */
  hostLines: number;
}

export type Judgement =
  | { ok: true; origin: string; url: URL; body: BodyRule | null }
  | {
      ok: false;
      status: 400 | 403 | 405 | 413 | 414 | 415 | 421;
      why: string;
      /** Bytes the body might have had, where it is too long. */
      most?: number;
    };

type Refusal = Exclude<Judgement, { ok: true }>;

const no = (status: Refusal['status'], why: string): Refusal => ({ ok: false, status, why });

/**
 * Answers hostile and broken requests before Remix sees them: Remix 2 itself accepts foreign posts through `?_data=`
 * and answers 500 to many of these (docs/decisions/0011). `origins` are the configured ones, `https://host[:port]`.
 */
export function judge(head: Head, origins: readonly string[]): Judgement {
  if (!METHODS.has(head.method)) return no(405, 'method');
  const target = judgeTarget(head.target);
  if (target) return target;
  const host = one(head.headers.host)?.toLowerCase();
  const origin = hostsOf(origins).get(host ?? '');
  if (!origin || head.hostLines > 1) return no(421, 'host');
  const url = new URL(origin + head.target);
  // `/..//evil.test` passes as written and is `//evil.test` once its dots are resolved.
  if (url.pathname.startsWith('//')) return no(400, 'path');
  if (url.searchParams.has('_data')) return no(403, '_data');
  if (head.method !== 'POST') return { ok: true, origin, url, body: null };
  return judgePost(head, origin, url);
}

const hosts = new WeakMap<readonly string[], Map<string, string>>();

/** Origins by their host, worked out once a list: the guard stands before every request. */
function hostsOf(origins: readonly string[]): Map<string, string> {
  let known = hosts.get(origins);
  if (!known) {
    known = new Map([...origins].reverse().map((origin) => [new URL(origin).host, origin]));
    hosts.set(origins, known);
  }
  return known;
}

function judgeTarget(target: string): Judgement | null {
  const cut = target.indexOf('?');
  const path = cut < 0 ? target : target.slice(0, cut);
  const query = cut < 0 ? '' : target.slice(cut + 1);
  if (path.length > PATH_BYTES_MAX) return no(414, 'path');
  if (query.length > QUERY_BYTES_MAX) return no(414, 'query');
  if (!path.startsWith('/') || path.startsWith('//')) return no(400, 'path');
  // Only printable ASCII; a backslash would become a slash when parsed, a fragment never travels.
  if (/[^\x21-\x7e]|[\\#]/.test(target)) return no(400, 'target');
  // A zero byte can be stored by neither engine.
  if (/%00/i.test(target)) return no(400, 'target');
  return decodable(path) ? null : no(400, 'path');
}

function decodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function judgePost(head: Head, origin: string, url: URL): Judgement {
  const rule = bodyRuleFor(plainPath(url.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')));
  if (!rule.signed && !ownOrigin(head.headers, origin)) return no(403, 'origin');
  const type = one(head.headers['content-type'])?.split(';')[0]?.trim().toLowerCase();
  if (!type || !rule.types.includes(type)) return no(415, 'type');
  const encoding = one(head.headers['content-encoding']);
  if (encoding && encoding !== 'identity') return no(415, 'encoding');
  // Room for a file is not room for a million fields.
  const bytes = type === FORM ? Math.min(rule.bytes, longForm.bytes) : rule.bytes;
  const length = one(head.headers['content-length']);
  if (length !== undefined && !(Number(length) <= bytes)) return { ...no(413, 'length'), most: bytes };
  return { ok: true, origin, url, body: { ...rule, bytes } };
}

/** `Sec-Fetch-Site` first, `Origin` where it is missing; a request that says neither is foreign. */
function ownOrigin(headers: Head['headers'], origin: string): boolean {
  const site = one(headers['sec-fetch-site']);
  const from = one(headers.origin);
  // `none`: the person herself asked again (reload, restored tab); then Origin has to prove it.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (from !== undefined) return from === origin;
  return site === 'same-origin';
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
