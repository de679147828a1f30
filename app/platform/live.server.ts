import { afterCommit } from './after-commit.server';
import type { Tx } from './app-context';
import { newsOf } from './news.server';

/**
 * What a page that is open on somebody's screen follows: `order:<orderId>`, `board:<participationId>`,
 * `ready:<festivalId>`, `control:<festivalId>`. No row stands behind it, and no cached page depends on it.
 */
export type LiveTopic = `${'board' | 'order' | 'ready' | 'control'}:${string}`;

/** `all`: the connection to the other processes was broken for a while, so anything may have moved. */
export type LiveListener = (topics: readonly LiveTopic[] | 'all') => void;

/**
 * Says, inside the unit of work that moves something, what open pages show it; writes nothing. After COMMIT this
 * process's listeners hear it and the other processes are told: once a batch, with all its topics.
 */
export function tellLive(tx: Tx, topics: readonly LiveTopic[]): void {
  const once = [...new Set(topics)];
  if (once.length > 0) afterCommit(tx, () => newsOf(tx).tellLive(once));
}
