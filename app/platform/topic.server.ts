import { sql } from 'kysely';
import { afterCommit } from './after-commit.server';
import type { ReadDb, Tx } from './app-context';

/** `festival:<id>`, `stall:<participationId>`, `merchant:<id>`, `call:<festivalId>`: what anonymous pages depend on. */
export type Topic = `${'festival' | 'stall' | 'merchant' | 'call'}:${string}`;
export type TopicListener = (topics: readonly Topic[]) => void;

/** Those who want to hear of one database's topics, by the connection their units write through. */
const listeners = new WeakMap<object, Set<TopicListener>>();

/**
 * Says, inside the writing unit of work, that pages showing these topics have changed. Call it last: the rows are hot.
 * Listeners of this process hear of it after COMMIT.
 */
export async function touchTopics(tx: Tx, topics: readonly Topic[], now: number): Promise<void> {
  // In one order everywhere, so that two units touching the same pair never wait for each other.
  const sorted = [...new Set(topics)].sort();
  if (sorted.length === 0) return;
  await tx
    .insertInto('platform_topic')
    .values(sorted.map((topic) => ({ topic, version: 1, touched_at: now })))
    .onConflict((conflict) =>
      conflict.column('topic').doUpdateSet({ version: sql<number>`platform_topic.version + 1`, touched_at: now }),
    )
    .execute();
  afterCommit(tx, () => {
    for (const listener of listeners.get(tx.getExecutor().adapter) ?? []) listener(sorted);
  });
}

/** Versions of some topics; a topic never touched is version 0. */
export async function readTopicVersions(db: ReadDb, topics: readonly Topic[]): Promise<Map<string, number>> {
  const versions = new Map<string, number>(topics.map((topic) => [topic, 0]));
  if (topics.length === 0) return versions;
  const rows = await db
    .selectFrom('platform_topic')
    .select(['topic', 'version'])
    .where('topic', 'in', topics)
    .execute();
  for (const row of rows) versions.set(row.topic, row.version);
  return versions;
}

/** Listens to the topics that units of work of this writer touch. */
export function listenToTopics(writer: ReadDb, listener: TopicListener): () => void {
  const adapter = writer.getExecutor().adapter;
  const known = listeners.get(adapter) ?? new Set();
  listeners.set(adapter, known.add(listener));
  return () => known.delete(listener);
}
