import type { Kysely } from 'kysely';
import type { Database } from '~db/schema';
import type { LiveTopic } from './live.server';
import type { TopicVersion } from './topic.server';

/** Where a process's commits are told: to its own listeners and to the other processes. */
export interface News {
  tellTopics: (touched: readonly TopicVersion[]) => void;
  tellLive: (topics: readonly LiveTopic[]) => void;
}

type Writer = Pick<Kysely<Database>, 'getExecutor'>;

/** By the connection that units of work write through; a transaction shares its adapter. */
const known = new WeakMap<object, News>();

const NOBODY: News = { tellTopics: () => undefined, tellLive: () => undefined };

/** What is committed through `writer` is told here from now on. */
export function setNews(writer: Writer, news: News): void {
  known.set(writer.getExecutor().adapter, news);
}

export function newsOf(tx: Writer): News {
  return known.get(tx.getExecutor().adapter) ?? NOBODY;
}
