import type { Tx } from './app-context';

const waiting = new WeakMap<object, (() => void)[]>();

/** Runs `act` once the unit of work has been committed; never when it was taken back. For telling, not for writing. */
export function afterCommit(tx: Tx, act: () => void): void {
  const acts = waiting.get(tx);
  if (acts) acts.push(act);
  else waiting.set(tx, [act]);
}

/** Called by the unit of work alone, after COMMIT. */
export function committed(tx: object): void {
  for (const act of waiting.get(tx) ?? []) act();
  waiting.delete(tx);
}
