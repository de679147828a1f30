import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { ApplicationId, BoothId, FestivalId, MerchantId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { MissingPart } from './application';
import { type CapCount, capsBrokenBy } from './caps';
import { lockApplication } from './internal/application-row.server';
import { readCandidates, readCaps } from './internal/candidates.server';
import { refreshApplications } from './internal/refresh-applications.server';
import { writeDecision } from './internal/write-decision.server';

export interface Placement {
  applicationId: ApplicationId;
  boothId: BoothId;
  by: PersonId;
  now: number;
}

export type PlaceRefusal =
  | { code: 'not_curating' }
  | { code: 'application_not_pending' }
  | { code: 'application_incomplete'; missing: MissingPart[] }
  | { code: 'booth_unknown' }
  | { code: 'booth_taken'; booth: number; by: string };

export interface Placed {
  booth: number;
  /** Quotas that this merchant breaks: a warning here, a refusal at publishing. */
  broken: CapCount[];
}

/** Chooses a merchant and puts her in a booth; one who stands elsewhere moves. A taken booth is never emptied by this verb. */
export async function placeInBooth(
  tx: Tx,
  { applicationId, boothId, by, now }: Placement,
): Promise<Result<Placed, PlaceRefusal>> {
  const { festival, application } = await lockApplication(tx, applicationId);
  if (festival.state !== 'curating') return refuse({ code: 'not_curating' });
  const booth = await readBooth(tx, festival.id, boothId);
  if (!booth) return refuse({ code: 'booth_unknown' });
  if (booth.takenBy && booth.applicationId !== applicationId) {
    return refuse({ code: 'booth_taken', booth: booth.number, by: booth.takenBy });
  }
  const [checked] = await refreshApplications(tx, { festivalId: festival.id, applicationId, now });
  if (!checked) return refuse({ code: 'application_not_pending' });
  if (checked.state !== 'complete') return refuse({ code: 'application_incomplete', missing: checked.missing });
  await writeDecision(tx, { applicationId, festivalId: festival.id, outcome: 'chosen', boothId, by, now });
  await recordAudit(tx, {
    actorId: by,
    action: 'application.place',
    subjectKind: 'application',
    subjectId: applicationId,
    details: { booth: booth.number },
    now,
  });
  const chosen = await readChosenMerchants(tx, festival.id);
  const candidates = await readCandidates(tx, festival, chosen);
  const own = candidates.find(({ merchantId }) => merchantId === application.merchant_id);
  const broken = own ? capsBrokenBy(await readCaps(tx, festival.id), candidates, own) : [];
  return accept({ booth: booth.number, broken });
}

export async function readChosenMerchants(tx: Tx, festivalId: FestivalId): Promise<MerchantId[]> {
  const rows = await tx
    .selectFrom('festival_decision')
    .innerJoin('festival_application', 'festival_application.id', 'festival_decision.application_id')
    .select('festival_application.merchant_id')
    .where('festival_decision.festival_id', '=', festivalId)
    .where('festival_decision.outcome', '=', 'chosen')
    .execute();
  return rows.map(({ merchant_id }) => merchant_id);
}

async function readBooth(tx: Tx, festivalId: FestivalId, boothId: BoothId) {
  return tx
    .selectFrom('festival_booth')
    .leftJoin('festival_decision', 'festival_decision.booth_id', 'festival_booth.id')
    .leftJoin('festival_application', 'festival_application.id', 'festival_decision.application_id')
    .leftJoin('merchant_profile', 'merchant_profile.id', 'festival_application.merchant_id')
    .select([
      'festival_booth.number as number',
      'festival_decision.application_id as applicationId',
      'merchant_profile.stall_name as takenBy',
    ])
    .where('festival_booth.festival_id', '=', festivalId)
    .where('festival_booth.id', '=', boothId)
    .executeTakeFirst();
}
