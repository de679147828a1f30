import { sql } from 'kysely';
import { readBrokenInvariants } from '~/domain/wallet/read-broken-invariants.server';
import type { OrderId } from '~/shared/ids';
import { brokenDay } from '../load/day-invariants';
import type { World } from '../setup/open-world';

export interface WhatIsLeft {
  /** Told to a customer and not in the database. */
  lost: OrderId[];
  /** Breaches of what a day, a ledger and a file must be, in words. */
  broken: string[];
}

/** Everything that can be asked of a database after somebody pulled a plug. */
export async function lookAtWhatIsLeft(world: World, told: readonly OrderId[]): Promise<WhatIsLeft> {
  const rows = await world.db.selectFrom('order_header').select('id').execute();
  const kept = new Set(rows.map(({ id }) => id as string));
  return {
    lost: told.filter((id) => !kept.has(id)),
    broken: [...(await brokenDay(world.db)), ...(await readBrokenInvariants(world.db)), ...(await brokenFile(world))],
  };
}

async function brokenFile({ engine, db }: World): Promise<string[]> {
  if (engine !== 'sqlite') return [];
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}
