import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import type { ReadDb } from '~/platform/app-context';

/** Throws when the ledger breaks an invariant. */
export async function checkLedger(db: ReadDb): Promise<void> {
  const broken = await readBrokenInvariants(db);
  if (broken.length > 0) throw new Error(`the ledger is broken:\n${broken.join('\n')}`);
}
