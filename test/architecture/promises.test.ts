import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const GUARD = /`([^`]+\.test\.tsx?)` › "([^"]+)"/g;

/** Guards named in a document that no test has any more. */
function missingGuards(document: string): string[] {
  return [...document.matchAll(GUARD)]
    .filter(([, file = '', title = '']) => {
      const path = resolve(root, file);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
    })
    .map(([guard]) => guard);
}

it('every promise names tests that exist', () => {
  const document = readFileSync(resolve(root, 'docs/promises.md'), 'utf8');
  expect([...document.matchAll(GUARD)].length).toBeGreaterThan(10);
  expect(missingGuards(document)).toEqual([]);
});

it('a guard that is gone is noticed', () => {
  expect(missingGuards('| 1 | `test/nowhere.test.ts` › "anything" |')).toHaveLength(1);
});
