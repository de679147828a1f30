/** Serialisation failure and deadlock (PostgreSQL, appendix A): the other unit won, this one may run again. */
const COLLISIONS = new Set(['40001', '40P01']);
/** Shutdown, crash, starting up, and class 08 by prefix; then what Node's sockets say. */
const LOST = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);
// pg says these without a code. Waiting in vain for a free connection is not among them: more of the same would not help.
const LOST_WORDS = /connection terminated|not queryable|connection ended/i;

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** SQLite answers that another process holds the file. */
export function isDatabaseBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** The connection to PostgreSQL is gone. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  return LOST.has(code) || code.startsWith('08') || (error instanceof Error && LOST_WORDS.test(error.message));
}

/** The same unit of work may succeed when it is run again from its beginning. */
export function isWorthRepeating(error: unknown): boolean {
  return isDatabaseBusy(error) || COLLISIONS.has(codeOf(error)) || isConnectionLost(error);
}

// The disk is full or broken, a lock or a connection did not come free: SQLite's words, then PostgreSQL's (class 53,
// 55P03 lock not available) and pg-pool's sentence.
const NO_ROOM = /^(SQLITE_FULL|SQLITE_IOERR|SQLITE_CANTOPEN|53|55P03)/;
const NO_CONNECTION = /timeout exceeded when trying to connect/i;

/** The database takes nothing from anybody now: the unit is not to blame, and a smaller one would fail as well. */
export function isDatabaseAway(error: unknown): boolean {
  if (isDatabaseBusy(error) || isConnectionLost(error) || NO_ROOM.test(codeOf(error))) return true;
  return error instanceof Error && NO_CONNECTION.test(error.message);
}

/** For a note that no page is worth failing for: nothing where the database takes nothing now; anything else is thrown. */
export function unlessDatabaseAway(error: unknown): void {
  if (!isDatabaseAway(error)) throw error;
}
