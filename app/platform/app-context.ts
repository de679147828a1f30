import type { Kysely, Transaction } from 'kysely';
import type { Database } from '~db/schema';

/** One unit of work on either engine. Inside it only the database is awaited. */
export type Tx = Transaction<Database> & { readonly engine?: never };

/** A connection that only reads; for page-shaped reads outside a unit of work. */
export type ReadDb = Kysely<Database>;
