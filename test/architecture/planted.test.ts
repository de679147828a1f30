import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findUntrueWords } from './documents';
import { findMissingWords } from './glossary';
import { findBadImports } from './imports';
import { findBadNames } from './names';
import { findOversized } from './sizes';
import { findStrayClasses, findUnaskedMotion } from './styles';
import { findForeignWrites } from './table-owners';

// A check that cannot fail is no check: each breakage is planted in a copy and its check must go red.
const root = resolve(import.meta.dirname, '../..');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'pestarasa-planted-'));
  for (const entry of ['app', 'db', 'docs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  mkdirSync(join(copy, 'test'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function plant(path: string, text: string) {
  writeFileSync(join(copy, path), text);
}

it('a lower capability that imports a higher one, and a circle, are both found', { timeout: 120_000 }, async () => {
  plant(
    'app/domain/wallet/planted-up.ts',
    "import type {} from '~/domain/orders/orders';\nimport { one } from '../orders/planted-target';\nexport const up = one;\n",
  );
  plant('app/domain/orders/planted-target.ts', 'export const one = 1;\n');
  plant('app/shared/planted-a.ts', "import { b } from './planted-b';\nexport const a: number = 1 + (b ?? 0);\n");
  plant('app/shared/planted-b.ts', "import { a } from './planted-a';\nexport const b: number = a;\n");
  const problems = await findBadImports(copy);
  expect(problems.filter(({ file }) => file.includes('planted-up')).map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining('capability-order wallet')]),
  );
  expect(problems.filter(({ file }) => file.includes('planted-a')).map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining('no-cycle')]),
  );
});

it('a file and a function that grew past their ceilings are found', () => {
  plant('app/domain/wallet/planted-long.ts', `export function long() {\n${'  void 0;\n'.repeat(301)}}\n`);
  const messages = findOversized(copy)
    .filter(({ file }) => file.includes('planted-long'))
    .map(({ message }) => message);
  expect(messages).toHaveLength(2);
  plant('test/planted-story.test.ts', 'void 0;\n'.repeat(301));
  expect(findOversized(copy).map(({ file }) => file)).toContain('test/planted-story.test.ts');
});

it("a write to a neighbour's table is found, in builder and in raw SQL", () => {
  plant(
    'app/domain/orders/planted-write.server.ts',
    "export const builder = (tx: never) => (tx as { updateTable(t: string): void }).updateTable('wallet_account');\nexport const raw = 'delete from menu_dish where 1 = 1';\n",
  );
  const messages = findForeignWrites(copy)
    .filter(({ file }) => file.includes('planted-write'))
    .map(({ message }) => message);
  expect(messages.join('\n')).toMatch(/wallet_account[\s\S]*menu_dish/);
});

it('a table without an owner and a word missing from the glossary are found', () => {
  const schema = join(copy, 'db/schema/wallet.ts');
  const before = readFileSync(schema, 'utf8');
  appendFileSync(
    schema,
    '\nexport interface PlantedTables {\n  unowned_thing: PlantedTable;\n  wallet_planted: PlantedTable;\n}\n',
  );
  expect(
    findForeignWrites(copy)
      .map(({ message }) => message)
      .join(),
  ).toContain('unowned_thing has no owner');
  expect(
    findMissingWords(copy)
      .map(({ message }) => message)
      .join(),
  ).toContain('`wallet_planted` is not explained');
  writeFileSync(schema, before);
});

it('a table or refusal that documents name though it is not there, and a table they do not name, are found', () => {
  expect(findUntrueWords(copy)).toEqual([]);
  const architecture = join(copy, 'docs/architecture.md');
  const text = readFileSync(architecture, 'utf8');
  const planted = text.replace('| outbox, message,', '| inbox, message,').replace('`code_used_up`', '`code_eaten`');
  writeFileSync(architecture, planted.replace('Refusals: `erasure_hindered', 'Refusals: `erasure_lost'));
  appendFileSync(join(copy, 'app/domain/stalls/README.md'), '- **Refusals** `stall_lost`, `lost_*`.\n');
  const messages = findUntrueWords(copy).map(({ message }) => message);
  expect(messages.sort()).toEqual([
    '`code_eaten` is no refusal',
    '`erasure_lost` is no refusal',
    '`lost_*` is no refusal',
    '`platform_inbox` is no table',
    '`platform_outbox` is missing in §1',
    '`stall_lost` is no refusal',
  ]);
  writeFileSync(architecture, text);
});

it('a drawer of helpers, an any and a forgotten .server are found', () => {
  plant(
    'app/domain/wallet/planted-helpers.ts',
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync as any;\n",
  );
  const messages = findBadNames(copy)
    .filter(({ file }) => file.includes('planted-helpers'))
    .map(({ message }) => message);
  expect(messages).toHaveLength(3);
});

it("a class that only another family's stylesheet knows, and one of a menu that nobody names, are found", () => {
  plant('app/routes/stall/planted.tsx', 'export default () => <p className="tally">1</p>;\n');
  appendFileSync(join(copy, 'app/styles/menu.css'), '.planted-nobody {\n  margin: 0;\n}\n');
  const found = findStrayClasses(copy).map(({ file, message }) => `${file} ${message.split(',')[0]}`);
  expect(found).toContain('app/styles/pages/stall.css lacks .tally');
  expect(found).toContain('app/styles/pages/menu.css has .planted-nobody');
});

it('an animation that nobody asked for is found', () => {
  plant('app/styles/planted.css', '@media (min-width: 1px) {\n  .a {\n    animation: spin 1s;\n  }\n}\n');
  expect(findUnaskedMotion(copy).map(({ message }) => message)).toEqual([
    'moves without being asked: animation: spin 1s',
  ]);
});
