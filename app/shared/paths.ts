import type { Language } from './language';

/** The language an address speaks. */
export function languageOf(pathname: string): Language {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'id';
}

/**
 * The Indonesian form of an address: what stands in the route table. Always one slash in front: `/en//evil.test`
 * must not become `//evil.test`, which a browser takes for another site.
 */
export function plainPath(pathname: string): string {
  return (languageOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname).replace(/^\/[/\\]+/, '/');
}

/** An address of this site in the language asked for: `pathTo('/masuk', 'en')` is `/en/masuk`. Addresses already in that language stay. */
export function pathTo(path: string, language: Language): string {
  const [, pathname = path, rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const plain = plainPath(pathname);
  if (language === 'id') return plain + rest;
  return (plain === '/' ? '/en' : `/en${plain}`) + rest;
}

/**
 * Where to go after signing in, from an address somebody may have tampered with: only a path of this site.
 * Anything else (`//evil`, `/\evil`, `https:`, control characters) becomes the fallback.
 */
export function safePath(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || path.length > 2_000) return fallback;
  if (!/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(path)) return fallback;
  const here = 'http://here.invalid';
  if (!URL.canParse(path, here)) return fallback;
  const there = new URL(path, here);
  if (there.origin !== here || there.pathname.startsWith('//')) return fallback;
  return there.pathname + there.search + there.hash;
}
