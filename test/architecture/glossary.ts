import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './sources';
import { readTables } from './table-owners';

/** Every table and every capability must stand in docs/glossary.md, each as `word` in backticks. */
export function findMissingWords(root: string): Problem[] {
  const file = 'docs/glossary.md';
  if (!existsSync(join(root, file))) return [{ file, message: 'is missing' }];
  const words = new Set([...readFileSync(join(root, file), 'utf8').matchAll(/`([a-z_]+)`/g)].map((match) => match[1]));
  const capabilities = readdirSync(join(root, 'app/domain'));
  const wanted = [...capabilities, ...readTables(root).map(({ table }) => table)];
  return wanted.filter((word) => !words.has(word)).map((word) => ({ file, message: `\`${word}\` is not explained` }));
}
