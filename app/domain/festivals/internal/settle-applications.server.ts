import type { Tx } from '~/platform/app-context';
import type { ApplicationId, BoothId, FestivalId, MerchantId } from '~/shared/ids';
import type { ApplicationState, Outcome } from '../application';

export interface DecidedApplication {
  applicationId: ApplicationId;
  merchantId: MerchantId;
  stallName: string;
  state: ApplicationState;
  outcome: Outcome;
  boothId: BoothId | null;
  booth: number | null;
}

/** Decisions on applications that still wait for one; the waiting list in its order. */
export async function readDecided(tx: Tx, festivalId: FestivalId): Promise<DecidedApplication[]> {
  const rows = await tx
    .selectFrom('festival_decision')
    .innerJoin('festival_application', 'festival_application.id', 'festival_decision.application_id')
    .innerJoin('merchant_profile', 'merchant_profile.id', 'festival_application.merchant_id')
    .leftJoin('festival_booth', 'festival_booth.id', 'festival_decision.booth_id')
    .select([
      'festival_application.id as applicationId',
      'festival_application.merchant_id as merchantId',
      'merchant_profile.stall_name as stallName',
      'festival_application.state as state',
      'festival_decision.outcome as outcome',
      'festival_decision.booth_id as boothId',
      'festival_booth.number as booth',
    ])
    .where('festival_decision.festival_id', '=', festivalId)
    .where('festival_application.state', 'in', ['submitted', 'complete', 'returned'])
    .orderBy('festival_decision.rank')
    .orderBy('festival_application.id')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ApplicationState, outcome: row.outcome as Outcome }));
}

const SETTLED: Record<Outcome, { from: ApplicationState[]; to: ApplicationState }> = {
  chosen: { from: ['complete'], to: 'offered' },
  reserve: { from: ['complete'], to: 'waitlisted' },
  not_chosen: { from: ['submitted', 'complete', 'returned'], to: 'declined' },
};

/** Every application goes to the state its decision says, one statement an outcome; a row missed is a bug and undoes it all. */
export async function settleApplications(
  tx: Tx,
  { festivalId, decided, now }: { festivalId: FestivalId; decided: readonly DecidedApplication[]; now: number },
): Promise<void> {
  for (const outcome of ['chosen', 'reserve', 'not_chosen'] as const) {
    const { from, to } = SETTLED[outcome];
    const moved = await tx
      .updateTable('festival_application')
      .set({ state: to, updated_at: now })
      .where('festival_id', '=', festivalId)
      .where('state', 'in', from)
      .where(
        'id',
        'in',
        tx
          .selectFrom('festival_decision')
          .select('application_id')
          .where('festival_id', '=', festivalId)
          .where('outcome', '=', outcome),
      )
      .executeTakeFirst();
    const wanted = decided.filter((one) => one.outcome === outcome).length;
    if (Number(moved.numUpdatedRows) !== wanted)
      throw new Error(`${moved.numUpdatedRows} of ${wanted} applications became ${to}`);
  }
}
