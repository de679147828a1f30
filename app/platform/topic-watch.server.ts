import { sql } from 'kysely';
import type { ReadDb } from './app-context';
import type { Logger } from './logger.server';
import type { Topic, TopicListener, TopicVersion } from './topic.server';

/** How often the table is looked at, ms: what no notice told is found here. */
const LOOK_EVERY = 250;

export interface TopicWatch {
  /** Tells the listeners which of these they have not heard of. */
  moved: (touched: readonly TopicVersion[]) => void;
  /** Looks at the table soon, out of turn. */
  look: () => void;
  listen: (listener: TopicListener) => () => void;
  close: () => Promise<void>;
}

/**
 * Which versions of topics this process has heard of: from its own commits, from notices, and from the table, since
 * a notice may be lost and another process on the same SQLite file sends none. Each version is told once.
 */
export function makeTopicWatch(db: ReadDb, logger: Logger): TopicWatch {
  const listeners = new Set<TopicListener>();
  const known = new Map<Topic, number>();
  // Versions only grow and rows stay, so equal sums mean that nothing was missed.
  let sum = 0;
  let isClosed = false;
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const moved = (touched: readonly TopicVersion[]) => {
    const news = touched.filter(([topic, version]) => version > (known.get(topic) ?? 0));
    if (news.length === 0) return;
    for (const [topic, version] of news) {
      sum += version - (known.get(topic) ?? 0);
      known.set(topic, version);
    }
    const topics = news.map(([topic]) => topic);
    for (const listener of listeners) listener(topics);
  };

  async function compare(): Promise<void> {
    if (isClosed || (await readSum(db)) === sum) return;
    const rows = await db.selectFrom('platform_topic').select(['topic', 'version']).execute();
    moved(rows.map(({ topic, version }) => [topic as Topic, version]));
  }

  const look = () => {
    if (isClosed || listeners.size === 0) return;
    clearTimeout(timer);
    looking = looking
      .then(compare)
      .catch((error: unknown) => logger.warn({ err: error }, 'topics could not be compared'))
      .then(() => {
        clearTimeout(timer);
        if (!isClosed) timer = setTimeout(look, LOOK_EVERY).unref();
      });
  };

  return {
    moved,
    look,
    listen: (listener) => {
      listeners.add(listener);
      look();
      return () => listeners.delete(listener);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

async function readSum(db: ReadDb): Promise<number> {
  const { versions } = await db
    .selectFrom('platform_topic')
    .select(sql<number>`cast(coalesce(sum(version), 0) as bigint)`.as('versions'))
    .executeTakeFirstOrThrow();
  return versions;
}
