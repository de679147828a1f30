import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './sources';
import { readTables } from './table-owners';

const ARCHITECTURE = 'docs/architecture.md';

/** What docs/architecture.md and the capabilities' READMEs say exists, and does not; and tables that stand in no list. */
export function findUntrueWords(root: string): Problem[] {
  return [...findTables(root), ...findRefusals(root)];
}

/** §1: a row an owner, `prefix_` and the names behind it. */
function findTables(root: string): Problem[] {
  const section = sectionOf(readFileSync(join(root, ARCHITECTURE), 'utf8'), 1);
  const told = [...section.matchAll(/^\| [a-z]+ \| `([a-z]+_)` \| (.+) \|$/gm)].flatMap(([, prefix = '', names = '']) =>
    names.split(', ').map((name) => prefix + name),
  );
  const tables = new Set(readTables(root).map(({ table }) => table));
  return [
    ...told.filter((table) => !tables.has(table)).map((table) => `\`${table}\` is no table`),
    ...[...tables].filter((table) => !told.includes(table)).map((table) => `\`${table}\` is missing in §1`),
    ...told.filter((table, at) => told.indexOf(table) !== at).map((table) => `\`${table}\` stands twice in §1`),
  ].map((message) => ({ file: ARCHITECTURE, message }));
}

/** Refusals are named in the second column of §3 and after the word "Refusals" elsewhere; `name_*` means every one so begun. */
function findRefusals(root: string): Problem[] {
  const codes = readCodes(root);
  const readmes = readdirSync(join(root, 'app/domain')).map((capability) => `app/domain/${capability}/README.md`);
  return [ARCHITECTURE, ...readmes].flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const told = [
      ...(file === ARCHITECTURE ? [...sectionOf(text, 3).matchAll(/^\| [^|]+ \| (.+) \|$/gm)] : []),
      ...text.matchAll(/\bRefusals?\b(?!`)[*:]*(.+?)(?:\*\*|$)/gm),
    ].flatMap(([, names = '']) => [...names.matchAll(/`([a-z]+(?:_[a-z]+)*)(_\*)?(?: \{[^`]*\})?`/g)]);
    return told
      .filter(([, name = '', all]) => !codes.some((code) => (all ? code.startsWith(`${name}_`) : code === name)))
      .map(([, name, all = '']) => ({ file, message: `\`${name}${all}\` is no refusal` }));
  });
}

/** The code of every refusal that has words. */
function readCodes(root: string): string[] {
  const folder = join(root, 'app/i18n/refusals');
  return readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}([a-z_]+): \{$/gm)].map(([, code = '']) => code),
  );
}

function sectionOf(text: string, number: number): string {
  const begin = text.indexOf(`\n## ${number}. `);
  return text.slice(begin, text.indexOf('\n## ', begin + 1));
}
