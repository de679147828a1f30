import type { TopUpRails } from '~/shared/top-up-rail';
import { type OpenedDatabase, openDatabase } from '~db/engine.server';
import { migrate } from '~db/migrate.server';
import type { AppContext } from './app-context';
import { type Clock, systemClock } from './clock';
import type { Config } from './config.server';
import { makeImages } from './images.server';
import { type Logger, makeLogger } from './logger.server';
import { openNews } from './open-news.server';
import { makePasswords } from './passwords.server';
import { makeSecrets } from './secret.server';
import { makeInTransaction } from './unit-of-work.server';

export interface BuildOptions {
  clock?: Clock;
  logger?: Logger;
  /** An open and migrated database, instead of the one the configuration names. */
  database?: OpenedDatabase;
  /** no = COMMIT does not wait for the disk; for the demo's seed. */
  syncs?: 'yes' | 'no';
  /** Adapters of app/integrations; none means that no wallet can be filled. */
  rails?: TopUpRails;
}

/** Opens and migrates the database and puts the context of a process together; for server, worker, demo and tests. */
export async function buildAppContext(config: Config, options: BuildOptions = {}): Promise<AppContext> {
  const logger = options.logger ?? makeLogger(config);
  const database = options.database ?? (await openMigrated(config, options, logger));
  const news = openNews(database, logger);
  return {
    engine: database.engine,
    db: database.db,
    inTransaction: makeInTransaction(database.writer),
    clock: options.clock ?? systemClock,
    config,
    ports: {
      secrets: makeSecrets(config),
      passwords: makePasswords(config),
      images: makeImages(),
      rails: options.rails ?? {},
    },
    logger,
    onTopics: news.onTopics,
    onLive: news.onLive,
    foldLog: database.foldLog,
    close: async () => {
      await news.close();
      await database.close();
    },
  };
}

async function openMigrated(config: Config, { syncs }: BuildOptions, logger: Logger): Promise<OpenedDatabase> {
  const where = config.databaseUrl ? { url: config.databaseUrl } : { file: config.databaseFile };
  const database = await openDatabase({ ...where, syncs });
  const ran = await migrate(database);
  if (ran.length > 0) logger.info({ engine: database.engine, ran }, 'database migrated');
  return database;
}
