import type { Topic } from '~/platform/topic.server';
import type { CacheReport, TopicKind, UnkeptReason } from '~/shared/cache-report';

const EXAMPLES_MAX = 3;

/** What the cache of this process has done since it started; nothing about who asked. */
export class CacheStatistics {
  hits = 0;
  notModified = 0;
  renders = 0;
  waited = 0;
  expired = 0;
  readonly #touches: Partial<Record<TopicKind, { touched: number; dropped: number }>> = {};
  readonly #unkept: Partial<Record<UnkeptReason, { count: number; patterns: string[] }>> = {};

  touched(topic: Topic, dropped: number): void {
    const kind = topic.slice(0, topic.indexOf(':')) as TopicKind;
    this.#touches[kind] ??= { touched: 0, dropped: 0 };
    this.#touches[kind].touched++;
    this.#touches[kind].dropped += dropped;
  }

  /** Why an address of the table was not kept, or not sent from memory. */
  unkept(reason: UnkeptReason, pattern: string): void {
    this.#unkept[reason] ??= { count: 0, patterns: [] };
    const noted = this.#unkept[reason];
    noted.count++;
    if (noted.patterns[0] !== pattern) {
      noted.patterns = [pattern, ...noted.patterns.filter((each) => each !== pattern)].slice(0, EXAMPLES_MAX);
    }
  }

  report(now: Pick<CacheReport, 'bytes' | 'bytesMax' | 'entries' | 'evicted' | 'startedAt'>): CacheReport {
    const { hits, notModified, renders, waited, expired } = this;
    return {
      ...now,
      hits,
      notModified,
      renders,
      waited,
      expired,
      touches: { ...this.#touches },
      unkept: { ...this.#unkept },
    };
  }
}
