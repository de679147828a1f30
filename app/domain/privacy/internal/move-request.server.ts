import type { Selectable, Updateable } from 'kysely';
import type { Tx } from '~/platform/app-context';
import type { PersonId, PrivacyRequestId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { PrivacyRequestTable } from '~db/schema/privacy';
import { REQUEST_MOVES, type RequestKind, type RequestState } from '../privacy';

export type RequestMovedRefusal = { code: 'request_moved' };

export interface RequestMove {
  requestId: PrivacyRequestId;
  from: readonly RequestState[];
  to: Updateable<PrivacyRequestTable> & { state: RequestState };
  kind?: RequestKind;
  /** Only hers. */
  personId?: PersonId;
}

/** Moves a request along its graph and answers the row; two at once: the second finds another state and is refused. */
export async function moveRequest(
  tx: Tx,
  { requestId, from, to, kind, personId }: RequestMove,
): Promise<Result<Selectable<PrivacyRequestTable>, RequestMovedRefusal>> {
  const impossible = from.find((state) => !REQUEST_MOVES[state].includes(to.state));
  if (impossible) throw new Error(`no request goes from ${impossible} to ${to.state}`);
  let move = tx.updateTable('privacy_request').set(to).where('id', '=', requestId).where('state', 'in', from);
  if (kind) move = move.where('kind', '=', kind);
  if (personId) move = move.where('person_id', '=', personId);
  const moved = await move.returningAll().executeTakeFirst();
  return moved ? accept(moved) : refuse({ code: 'request_moved' });
}
