import type { Kysely, Transaction } from 'kysely';
import type { TopUpRails } from '~/shared/top-up-rail';
import type { Engine } from '~db/engine.server';
import type { Database } from '~db/schema';
import type { Clock } from './clock';
import type { Config } from './config.server';
import type { Images } from './images.server';
import type { LiveListener } from './live.server';
import type { Logger } from './logger.server';
import type { Passwords } from './passwords.server';
import type { Secrets } from './secret.server';
import type { TopicListener } from './topic.server';

/** One unit of work on either engine. Inside it only the database is awaited. */
export type Tx = Transaction<Database> & { readonly engine?: never };

/** A connection that only reads; for page-shaped reads outside a unit of work. Writing through it fails on both engines. */
export type ReadDb = Kysely<Database>;

export interface UnitOptions<Value> {
  /**
   * Asked when the connection broke while COMMIT was under way: the answer this unit stored under its idempotency
   * key, or undefined when it stored none (then the unit runs again). Without it such a unit is not repeated.
   */
  readStoredAnswer?: (tx: Tx) => Promise<Value | undefined>;
}

/**
 * Runs `work` as one unit: committed when it answers, taken back when it throws or answers `{ ok: false }`.
 * Repeated whole, up to five times, when the database was busy, two units collided or the connection broke before COMMIT;
 * so `work` must not have effects outside `tx`.
 */
export type InTransaction = <Value>(work: (tx: Tx) => Promise<Value>, options?: UnitOptions<Value>) => Promise<Value>;

/** What needs more than the database: keys, hashing, image work. */
export interface Ports {
  secrets: Secrets;
  passwords: Passwords;
  images: Images;
  /** Ways to fill a wallet that are switched on; the process puts the adapters in. */
  rails: TopUpRails;
}

/** Made once a process and handed to loaders, actions, the worker and tests alike. */
export interface AppContext {
  engine: Engine;
  db: ReadDb;
  inTransaction: InTransaction;
  clock: Clock;
  config: Config;
  ports: Ports;
  logger: Logger;
  /**
   * Hears of page topics after the commit that touched them, in this process or another, each version once; at first
   * also of those touched before. Answers a function that stops listening.
   */
  onTopics: (listener: TopicListener) => () => void;
  /** Hears of live topics (tellLive) of this process and the others; answers a function that stops listening. */
  onLive: (listener: LiveListener) => () => void;
  /** Leaves nothing deleted in SQLite's log; see db/engine.server.ts. */
  foldLog: () => Promise<void>;
  /** Tells the other processes what is still to be told, then closes every connection. */
  close: () => Promise<void>;
}
