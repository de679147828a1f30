/**
 * What keeps two people from taking the same scarce thing. Every verb runs with all of them; only a control test
 * takes them away, to show that the same verb goes wrong without.
 */
export interface Fences {
  /** Rows are locked before they are judged. */
  lock: boolean;
  /** Check and write are one statement. */
  guard: boolean;
}

export const ALL_FENCES: Fences = { lock: true, guard: true };
export const NO_FENCES: Fences = { lock: false, guard: false };
