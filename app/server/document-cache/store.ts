import type { Topic } from '~/platform/topic.server';
import type { KeptPage } from '~/web/cached-page.server';
import type { Document } from './document';

/** Spellings of one address that are remembered; more are found by their key. */
const TARGETS_MAX = 8;

export interface Entry extends KeptPage {
  document: Document;
  /** `host` and target in the one spelling: the key. */
  host: string;
  target: string;
  /** Asked for since the last round of tidying up. */
  wasUsed: boolean;
  /** Targets as browsers wrote them. */
  targets: Set<string>;
  countedBytes: number;
}

export type NewEntry = Omit<Entry, 'wasUsed' | 'targets' | 'countedBytes'>;

export interface StoreLimits {
  bytesMax: number;
  /** A page larger than this would push out too many others. */
  pageBytesMax: number;
}

/**
 * Kept pages by host and target, by topic, and in the order of their use. An entry used since the last round gets
 * another one, so a hit writes one field and moves nothing (the "clock" way of least recently used).
 */
export class PageStore {
  readonly #limits: StoreLimits;
  readonly #byHost = new Map<string, Map<string, Entry>>();
  readonly #byTopic = new Map<Topic, Set<Entry>>();
  readonly #round = new Set<Entry>();
  #bytes = 0;
  evicted = 0;

  constructor(limits: StoreLimits) {
    this.#limits = limits;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get entries(): number {
    return this.#round.size;
  }

  find(host: string, target: string): Entry | undefined {
    return this.#byHost.get(host)?.get(target);
  }

  fits(document: Document): boolean {
    return document.bytes <= this.#limits.pageBytesMax;
  }

  add(page: NewEntry): Entry {
    const before = this.find(page.host, page.target);
    if (before) this.drop(before);
    const entry: Entry = { ...page, wasUsed: true, targets: new Set(), countedBytes: 0 };
    this.#round.add(entry);
    this.#remember(entry, entry.target);
    for (const topic of entry.topics) {
      const entries = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, entries.add(entry));
    }
    this.weigh(entry);
    return entry;
  }

  /** Another spelling of the same address leads here from now on. */
  alias(entry: Entry, target: string): void {
    if (entry.targets.size < TARGETS_MAX && this.#round.has(entry)) this.#remember(entry, target);
  }

  /** Counts what an entry has grown by, and makes room. */
  weigh(entry: Entry): void {
    if (!this.#round.has(entry)) return;
    this.#bytes += entry.document.bytes - entry.countedBytes;
    entry.countedBytes = entry.document.bytes;
    for (const oldest of this.#round) {
      if (this.#bytes <= this.#limits.bytesMax) return;
      if (oldest.wasUsed) {
        oldest.wasUsed = false;
        this.#round.delete(oldest);
        this.#round.add(oldest);
      } else {
        this.drop(oldest);
        this.evicted++;
      }
    }
  }

  drop(entry: Entry): void {
    if (!this.#round.delete(entry)) return;
    this.#bytes -= entry.countedBytes;
    const targets = this.#byHost.get(entry.host);
    for (const target of entry.targets) if (targets?.get(target) === entry) targets.delete(target);
    for (const topic of entry.topics) {
      const entries = this.#byTopic.get(topic);
      entries?.delete(entry);
      if (entries?.size === 0) this.#byTopic.delete(topic);
    }
  }

  /** Drops every page that shows a topic; answers how many. */
  dropTopic(topic: Topic): number {
    const entries = [...(this.#byTopic.get(topic) ?? [])];
    for (const entry of entries) this.drop(entry);
    return entries.length;
  }

  #remember(entry: Entry, target: string): void {
    const targets = this.#byHost.get(entry.host) ?? new Map<string, Entry>();
    this.#byHost.set(entry.host, targets.set(target, entry));
    entry.targets.add(target);
  }
}
