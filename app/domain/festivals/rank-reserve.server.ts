import type { Tx } from '~/platform/app-context';
import type { ApplicationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockApplication } from './internal/application-row.server';

export type RankReserveRefusal = { code: 'not_curating' } | { code: 'not_on_reserve' };

/** Moves a merchant one place up or down the waiting list; at its end nothing moves. */
export async function rankReserve(
  tx: Tx,
  {
    applicationId,
    direction,
    by,
    now,
  }: { applicationId: ApplicationId; direction: 'up' | 'down'; by: PersonId; now: number },
): Promise<Result<undefined, RankReserveRefusal>> {
  const { festival } = await lockApplication(tx, applicationId);
  if (festival.state !== 'curating') return refuse({ code: 'not_curating' });
  const list = await tx
    .selectFrom('festival_decision')
    .select('application_id')
    .where('festival_id', '=', festival.id)
    .where('outcome', '=', 'reserve')
    .orderBy('rank')
    .orderBy('application_id')
    .execute();
  const order = list.map(({ application_id }) => application_id);
  const at = order.indexOf(applicationId);
  if (at < 0) return refuse({ code: 'not_on_reserve' });
  const to = direction === 'up' ? at - 1 : at + 1;
  const neighbour = order[to];
  if (neighbour) {
    order[at] = neighbour;
    order[to] = applicationId;
  }
  for (const [index, id] of order.entries()) {
    await tx
      .updateTable('festival_decision')
      .set({ rank: index + 1, decided_by: by, decided_at: now })
      .where('application_id', '=', id)
      .where('rank', '<>', index + 1)
      .execute();
  }
  return accept();
}
