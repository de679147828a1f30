import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { Cap } from './caps';
import { lockFestival, touchFestival } from './internal/festival-row.server';
import { type EndedRefusal, whyEnded } from './internal/frozen.server';
import { writeCaps } from './internal/write-call.server';

export type SetCapsRefusal = EndedRefusal;

/** Replaces the quotas of a festival. A later line-up is judged by them; places already accepted stay. */
export async function setCaps(
  tx: Tx,
  { festivalId, caps, by, now }: { festivalId: FestivalId; caps: readonly Cap[]; by: PersonId; now: number },
): Promise<Result<undefined, SetCapsRefusal>> {
  const festival = await lockFestival(tx, festivalId);
  const frozen = whyEnded(festival);
  if (frozen) return refuse(frozen);
  await writeCaps(tx, { festivalId, caps });
  await recordAudit(tx, {
    actorId: by,
    action: 'festival.caps',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { caps: caps.map(({ kind, value, limit }) => `${kind} ${value} ${limit}`).join('; ') },
    now,
  });
  await touchFestival(tx, festivalId, now);
  return accept();
}
