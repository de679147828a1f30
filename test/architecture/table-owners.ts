import { isTest, type Problem, readSources, type Source } from './sources';

/** Folder that may write, by the prefix of the table. */
export const TABLE_OWNERS: Record<string, string> = {
  platform: 'app/platform/',
  identity: 'app/domain/identity/',
  wallet: 'app/domain/wallet/',
  merchant: 'app/domain/merchants/',
  menu: 'app/domain/menus/',
  training: 'app/domain/training/',
  festival: 'app/domain/festivals/',
  stall: 'app/domain/stalls/',
  order: 'app/domain/orders/',
  privacy: 'app/domain/privacy/',
};

const WRITES =
  /(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`](\w+)|\b(?:insert\s+into|update|delete\s+from)\s+"?([a-z]+_[a-z_]+)"?/gi;

/** Tables without an owner, and writes to a table by someone who is not its owner. */
export function findForeignWrites(root: string): Problem[] {
  const sources = readSources(root).filter(({ path }) => !isTest(path) && !path.startsWith('db/'));
  return [...tablesWithoutOwner(root), ...sources.flatMap(foreignWritesIn)];
}

export function readTables(root: string): { table: string; file: string }[] {
  return readSources(root, ['db/schema']).flatMap(({ path, text }) =>
    [...text.matchAll(/^ {2}((?:[a-z]+_)+[a-z]+): \w+Table;/gm)].map((match) => ({
      table: match[1] ?? '',
      file: path,
    })),
  );
}

function tablesWithoutOwner(root: string): Problem[] {
  return readTables(root)
    .filter(({ table }) => !(prefixOf(table) in TABLE_OWNERS))
    .map(({ table, file }) => ({
      file,
      message: `${table} has no owner: begin its name with one of ${Object.keys(TABLE_OWNERS).join(', ')}`,
    }));
}

function foreignWritesIn({ path, text }: Source): Problem[] {
  return [...text.matchAll(WRITES)].flatMap((match) => {
    const table = match[1] ?? match[2] ?? '';
    const owner = TABLE_OWNERS[prefixOf(table)];
    if (!owner || path.startsWith(owner)) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [
      {
        file: path,
        line,
        message: `writes ${table}, which belongs to ${owner}: call its verb, or write an outbox row`,
      },
    ];
  });
}

function prefixOf(table: string): string {
  return table.slice(0, table.indexOf('_'));
}
