import type { Person } from '~/domain/identity/read-person.server';
import { noteHeartbeat } from '~/domain/stalls/note-heartbeat.server';
import { readStallOwner, type StallOwner } from '~/domain/stalls/read-stall-owner.server';
import { unlessDatabaseAway } from '~/platform/database-errors';
import { answerNotFound } from '~/web/answer.server';
import { type Asked, type PageArgs, requireRight } from '~/web/rights.server';

export interface AtBoard extends Asked<Person> {
  owner: StallOwner;
}

/** Who stands at which board: first line of every loader and action below /papan. Being here is a sign of life of the stall. */
export async function openBoard(args: PageArgs): Promise<AtBoard> {
  const owner = await readStallOwner(args.context.app.db, args.params.participationId);
  const asked = await requireRight(args, 'merchant.sell', owner?.merchantId ?? 'none');
  if (!owner) throw answerNotFound();
  await noteHeartbeat(asked.app, { ...owner, from: 'request', now: asked.now }).catch(unlessDatabaseAway);
  return { ...asked, owner };
}
