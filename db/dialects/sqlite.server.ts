import {
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type QueryCompiler,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { SqliteDriver, type SqliteDriverOptions } from './sqlite-driver.server';

class FileAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** `for update` means nothing here: the unit of work already holds the only writer. */
class FileQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    const locks = node.modifier?.startsWith('For') || node.modifier === 'NoWait' || node.modifier === 'SkipLocked';
    if (!locks) super.visitSelectModifier(node);
  }
}

/** Kysely on one SQLite file: BEGIN IMMEDIATE, statements kept prepared, waiting outside the driver. */
export class FileDialect implements Dialect {
  readonly #options: SqliteDriverOptions;

  constructor(options: SqliteDriverOptions) {
    this.#options = options;
  }

  createDriver(): Driver {
    return new SqliteDriver(this.#options);
  }

  createQueryCompiler(): QueryCompiler {
    return new FileQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new FileAdapter();
  }

  createIntrospector(db: Parameters<Dialect['createIntrospector']>[0]): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}
