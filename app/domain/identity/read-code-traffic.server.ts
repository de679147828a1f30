import type { ReadDb } from '~/platform/app-context';
import { DAY_MS, HOUR_MS } from '~/shared/time';
import { EVERYBODY } from './pass-code-gate.server';

export interface CodeTraffic {
  /** Codes sent within the last hour. */
  sent: number;
  /** Held back within the last day: above the ceiling of all, above one sender's. */
  heldForAll: number;
  heldForSenders: number;
}

/** What the gates of sign-in codes have let through and held back. */
export async function readCodeTraffic(db: ReadDb, now: number): Promise<CodeTraffic> {
  const rows = await db
    .selectFrom('identity_code_gate')
    .selectAll()
    .where('window_start', '>', now - DAY_MS)
    .execute();
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  const ofAll = rows.filter(({ gate }) => gate === EVERYBODY);
  return {
    sent: sum(ofAll.filter((row) => row.window_start > now - HOUR_MS).map(({ sent }) => sent)),
    heldForAll: sum(ofAll.map(({ held }) => held)),
    heldForSenders: sum(rows.filter(({ gate }) => gate !== EVERYBODY).map(({ held }) => held)),
  };
}
