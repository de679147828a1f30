/** Asking the system for a few bytes at a time costs more than all the rest of an id. */
const pool = new Uint32Array(1024);
let used = pool.length;

/** 32 random bits, each handed out once. */
export function randomWord(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const word = pool[used] ?? 0;
  // What an address hides must not stay readable here.
  pool[used] = 0;
  used += 1;
  return word;
}
