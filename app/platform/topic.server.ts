import { sql } from 'kysely';
import { afterCommit } from './after-commit.server';
import type { ReadDb, Tx } from './app-context';
import { newsOf } from './news.server';

/**
 * What anonymous pages depend on. `call:<festivalId>`: a festival as its organiser describes it (days, place, state,
 * plan, terms). `festival:<id>`: that and what its stalls show together. `stall:<participationId>`: one stall's day.
 * `merchant:<id>`: a business with its menu.
 */
export type Topic = `${'festival' | 'stall' | 'merchant' | 'call'}:${string}`;

/** Which festivals there are and how each stands: what lists of them depend on. */
export const FESTIVAL_LIST: Topic = 'festival:all';
/** A topic and the version it has reached. */
export type TopicVersion = readonly [topic: Topic, version: number];
export type TopicListener = (topics: readonly Topic[]) => void;

/**
 * Says, inside the writing unit of work, that pages showing these topics have changed. Call it last: the rows are hot.
 * Listeners of this process hear of it after COMMIT, the other processes soon after.
 */
export async function touchTopics(tx: Tx, topics: readonly Topic[], now: number): Promise<void> {
  // In one order everywhere, so that two units touching the same pair never wait for each other.
  const sorted = [...new Set(topics)].sort();
  if (sorted.length === 0) return;
  const touched = await tx
    .insertInto('platform_topic')
    .values(sorted.map((topic) => ({ topic, version: 1, touched_at: now })))
    .onConflict((conflict) =>
      conflict.column('topic').doUpdateSet({ version: sql<number>`platform_topic.version + 1`, touched_at: now }),
    )
    .returning(['topic', 'version'])
    .execute();
  afterCommit(tx, () => newsOf(tx).tellTopics(touched.map(({ topic, version }) => [topic as Topic, version])));
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
