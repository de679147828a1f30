import { plainPath } from '~/shared/paths';

/**
 * Addresses whose page is the same for everybody, with the only query parameters that change it. Their requests
 * reach Remix without a cookie or anything else of the sender, so that nothing personal can be kept.
 */
export const sharedPages: Record<string, readonly string[]> = {
  '/': [],
  '/festival/:slug': ['saring', 'harga', 'tanpa', 'jenis', 'hal'],
  '/festival/:slug/lapak/:stall': ['masuk'],
  '/festival/:slug/peserta': [],
  '/pendaftaran/:slug': [],
  '/usaha-baru/:slug': [],
};

export interface SharedAddress {
  /** As in the table, for counting. */
  pattern: string;
  /** Path and query in one order and one spelling; null where the query has a parameter that is not in the table. */
  target: string | null;
}

const patterns = Object.entries(sharedPages).map(([pattern, query]) => ({
  pattern,
  parts: pattern.split('/'),
  query: new Set(query),
}));

/** Null for an address that is never kept. */
export function sharedAddress(url: URL): SharedAddress | null {
  const parts = plainPath(url.pathname).split('/');
  const found = patterns.find(
    (each) =>
      each.parts.length === parts.length &&
      each.parts.every((part, i) => (part.startsWith(':') ? parts[i] !== '' : part === parts[i])),
  );
  if (!found) return null;
  const { pattern, query } = found;
  if (url.search === '') return { pattern, target: url.pathname };
  const asked = new URLSearchParams(url.search);
  if (![...asked.keys()].every((name) => query.has(name))) return { pattern, target: null };
  asked.sort();
  return { pattern, target: asked.size > 0 ? `${url.pathname}?${asked}` : url.pathname };
}
