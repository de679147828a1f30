import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** Columns as the types in db/schema say: `text`, `integer` or `bytes`, with `?` where null is allowed. */
export type Columns = Record<string, string>;

/** Every table with its columns, read from the interfaces in db/schema. */
export function readSchemaTypes(): Record<string, Columns> {
  const tables: Record<string, Columns> = {};
  for (const name of readdirSync(join(root, 'db/schema'))) {
    const file = ts.createSourceFile(
      name,
      readFileSync(join(root, 'db/schema', name), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const interfaces = new Map(file.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]));
    for (const [title, list] of interfaces) {
      if (!title.endsWith('Tables')) continue;
      for (const member of list.members.filter(ts.isPropertySignature)) {
        const row = interfaces.get(member.type?.getText() ?? '');
        if (!row) throw new Error(`${name}: no interface for ${member.name.getText()}`);
        tables[member.name.getText()] = Object.fromEntries(row.members.filter(ts.isPropertySignature).map(toColumn));
      }
    }
  }
  return tables;
}

function toColumn(member: ts.PropertySignature): [string, string] {
  const parts = (member.type?.getText() ?? '').split('|').map((part) => part.trim());
  const kinds: Record<string, string> = { number: 'integer', Uint8Array: 'bytes' };
  const kind = kinds[parts[0] ?? ''] ?? 'text';
  return [member.name.getText(), parts.includes('null') ? `${kind}?` : kind];
}
