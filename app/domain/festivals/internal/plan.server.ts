import type { Tx } from '~/platform/app-context';
import { type FestivalId, newId } from '~/shared/ids';

/** Places of so many booths on a grid, row by row from the top left, numbered from 1. */
export async function writeBooths(
  tx: Tx,
  { festivalId, count, columns, now }: { festivalId: FestivalId; count: number; columns: number; now: number },
): Promise<void> {
  await tx.deleteFrom('festival_booth').where('festival_id', '=', festivalId).execute();
  const booths = Array.from({ length: count }, (_, index) => ({
    id: newId('bth', now),
    festival_id: festivalId,
    number: index + 1,
    plan_row: Math.floor(index / columns),
    plan_column: index % columns,
    power: 'yes',
    gas: 'yes',
  }));
  await tx.insertInto('festival_booth').values(booths).execute();
}
