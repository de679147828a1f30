import { sql } from 'kysely';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import type { ReadDb } from '~/platform/app-context';

/** Throws when the ledger breaks an invariant. */
export async function checkLedger(db: ReadDb): Promise<void> {
  if (await isUntouched(db)) return;
  const broken = await readBrokenInvariants(db);
  if (broken.length > 0) throw new Error(`the ledger is broken:\n${broken.join('\n')}`);
}

/** No account and no transfer, hold or top-up: there is nothing that could break, and most tests stop here. */
async function isUntouched(db: ReadDb): Promise<boolean> {
  const { rows } = await sql`
    select 1 where exists (select 1 from wallet_account) or exists (select 1 from wallet_transfer)
      or exists (select 1 from wallet_entry) or exists (select 1 from wallet_hold) or exists (select 1 from wallet_top_up)`.execute(
    db,
  );
  return rows.length === 0;
}
