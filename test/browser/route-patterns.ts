import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../../app/routes';

const patterns = pages.map((page) => ({
  ...page,
  /** `:name` is one part, `*` the rest. */
  match: new RegExp(`^${page.address.replace(/\/\*$/, '/.*').replace(/:[^/]+/g, '[^/]+')}$`),
  dynamicParts: page.address.split(':').length,
}));

/** Address of the table a path belongs to; English and Indonesian share one. Fixed words win over parameters. */
export function patternOf(path: string): string {
  const plain = path.replace(/^\/en(?=\/|$)/, '') || '/';
  const found = patterns.filter(({ match }) => match.test(plain)).sort((a, b) => rank(a) - rank(b));
  return found[0]?.address ?? '/*';
}

function rank({ address, dynamicParts }: (typeof patterns)[number]): number {
  return address === '/*' ? 1000 : dynamicParts;
}

/** Addresses that answer with a page, not only a form or a file. */
export function addressesWithPage(): string[] {
  return pages
    .filter(({ file }) =>
      /export default function/.test(readFileSync(join(import.meta.dirname, '../../app', file), 'utf8')),
    )
    .map(({ address }) => address);
}

/** A real path of an address no link leads to: one already opened at its parent or sibling lends the parameters. Null when none does. */
export function addressBelow(address: string, opened: ReadonlyMap<string, string[]>): string | null {
  const parts = address.split('/');
  for (let kept = parts.length; kept > 1; kept--) {
    const rest = parts.slice(kept);
    if (rest.some((part) => part.startsWith(':'))) return null;
    const parent = opened.get(parts.slice(0, kept).join('/'))?.[0]?.split('?')[0];
    if (parent) return [parent, ...rest].join('/');
  }
  return address.includes(':') ? null : address;
}
