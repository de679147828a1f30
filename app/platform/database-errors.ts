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
