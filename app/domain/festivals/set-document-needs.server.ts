import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { lockFestival, touchFestival } from './internal/festival-row.server';
import { type AnnouncedRefusal, whyAnnounced } from './internal/frozen.server';
import { writeDocumentNeeds } from './internal/write-call.server';

export interface DocumentNeed {
  kind: string;
  /** no = wished, never a reason to wait. */
  required: 'yes' | 'no';
}

export type SetDocumentNeedsRefusal = AnnouncedRefusal;

/** Replaces the papers asked for on the festival's dates; applications become complete or incomplete by themselves. */
export async function setDocumentNeeds(
  tx: Tx,
  { festivalId, needs, by, now }: { festivalId: FestivalId; needs: readonly DocumentNeed[]; by: PersonId; now: number },
): Promise<Result<undefined, SetDocumentNeedsRefusal>> {
  const festival = await lockFestival(tx, festivalId);
  const frozen = whyAnnounced(festival);
  if (frozen) return refuse(frozen);
  await writeDocumentNeeds(tx, { festivalId, needs });
  await recordAudit(tx, {
    actorId: by,
    action: 'festival.documents',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: { needs: needs.map(({ kind, required }) => `${kind} ${required}`).join('; ') },
    now,
  });
  await touchFestival(tx, festivalId, now);
  return accept();
}
