import type { Tx } from '~/platform/app-context';
import type { ApplicationId, BoothId, FestivalId, PersonId } from '~/shared/ids';
import type { Outcome } from '../application';

export interface DecisionRow {
  applicationId: ApplicationId;
  festivalId: FestivalId;
  outcome: Outcome;
  /** A booth to stand in; `keepBooth` leaves the one she has. */
  boothId?: BoothId;
  keepBooth?: boolean;
  rank?: number | null;
  reason?: string | null;
  by: PersonId;
  now: number;
}

export async function writeDecision(tx: Tx, row: DecisionRow): Promise<void> {
  const facts = {
    outcome: row.outcome,
    rank: row.rank ?? null,
    reason: row.reason ?? null,
    decided_at: row.now,
    decided_by: row.by,
  };
  const booth = row.keepBooth ? {} : { booth_id: row.boothId ?? null };
  await tx
    .insertInto('festival_decision')
    .values({ application_id: row.applicationId, festival_id: row.festivalId, booth_id: row.boothId ?? null, ...facts })
    .onConflict((oc) => oc.column('application_id').doUpdateSet({ ...facts, ...booth }))
    .execute();
}

export async function removeDecision(tx: Tx, applicationId: ApplicationId): Promise<void> {
  await tx.deleteFrom('festival_decision').where('application_id', '=', applicationId).execute();
}

/** The end of the waiting list; one already on it keeps her place. */
export async function nextRank(
  tx: Tx,
  { festivalId, applicationId }: { festivalId: FestivalId; applicationId: ApplicationId },
): Promise<number> {
  const rows = await tx
    .selectFrom('festival_decision')
    .select(['application_id', 'rank'])
    .where('festival_id', '=', festivalId)
    .where('outcome', '=', 'reserve')
    .execute();
  const own = rows.find(({ application_id }) => application_id === applicationId)?.rank;
  return own ?? Math.max(0, ...rows.map(({ rank }) => rank ?? 0)) + 1;
}
