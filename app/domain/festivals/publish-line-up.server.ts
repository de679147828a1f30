import type { Tx } from '~/platform/app-context';
import { recordAudit } from '~/platform/audit.server';
import type { FestivalId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { DAY_MS } from '~/shared/time';
import { type CapCount, readBrokenCaps } from './caps';
import { OFFER_MARGIN_MS, offerDeadline } from './festival';
import { readCandidates, readCaps } from './internal/candidates.server';
import { type FestivalRow, lockFestival, moveFestival } from './internal/festival-row.server';
import { makeOffers } from './internal/make-offers.server';
import { planDays } from './internal/plan-days.server';
import { refreshApplications } from './internal/refresh-applications.server';
import { type DecidedApplication, readDecided, settleApplications } from './internal/settle-applications.server';
import { tellMerchants } from './internal/tell-merchants.server';

/** Decisions may be objected to for a week after they are announced. */
const APPEAL_MS = 7 * DAY_MS;

export type PublishRefusal =
  | { code: 'already_published' }
  | { code: 'not_curating' }
  | { code: 'nobody_chosen' }
  | { code: 'undecided'; count: number }
  | { code: 'chosen_incomplete'; names: string[] }
  | { code: 'chosen_without_booth'; count: number }
  | { code: 'caps_broken'; caps: CapCount[] }
  | { code: 'booths_empty_confirm'; count: number }
  | { code: 'too_late_to_offer'; latest: number; zone: string };

export interface PublishedLineUp {
  chosen: number;
  reserve: number;
  notChosen: number;
  expiresAt: number;
}

export interface PublishOrder {
  festivalId: FestivalId;
  /** yes = the organiser saw that booths stay empty. */
  emptyBooths?: 'yes' | 'no';
  by: PersonId;
  now: number;
}

/**
 * Announces every decision in one unit of work: states, offers with their deadline, waiting list, messages to all,
 * and the days' jobs. Until it commits nobody can learn anything; after it everybody can.
 */
export async function publishLineUp(
  tx: Tx,
  { festivalId, emptyBooths = 'no', by, now }: PublishOrder,
): Promise<Result<PublishedLineUp, PublishRefusal>> {
  const festival = await lockFestival(tx, festivalId);
  const checked = await refreshApplications(tx, { festivalId, now });
  const decided = await readDecided(tx, festivalId);
  const refusal = await findObstacle(tx, { festival, decided, pendingCount: checked.length, emptyBooths, now });
  if (refusal) return refuse(refusal);
  const expiresAt = offerDeadline({ now, hours: festival.offer_hours, loadInAt: festival.load_in_at });
  if (expiresAt === null) throw new Error('a deadline that was there a moment ago is gone');
  await moveFestival(tx, { festivalId, from: 'curating', to: 'published', by, now });
  await tx
    .updateTable('festival_edition')
    .set({ published_at: now, appeal_until: now + APPEAL_MS })
    .where('id', '=', festivalId)
    .execute();
  await settleApplications(tx, { festivalId, decided, now });
  await tellEveryone(tx, { festival, decided, expiresAt, now });
  await planDays(tx, { festivalId, now });
  const counts = {
    chosen: decided.filter(({ outcome }) => outcome === 'chosen').length,
    reserve: decided.filter(({ outcome }) => outcome === 'reserve').length,
    notChosen: decided.filter(({ outcome }) => outcome === 'not_chosen').length,
  };
  await recordAudit(tx, {
    actorId: by,
    action: 'festival.publish',
    subjectKind: 'festival',
    subjectId: festivalId,
    details: counts,
    now,
  });
  return accept({ ...counts, expiresAt });
}

interface Examination {
  festival: FestivalRow;
  decided: DecidedApplication[];
  pendingCount: number;
  emptyBooths: 'yes' | 'no';
  now: number;
}

async function findObstacle(
  tx: Tx,
  { festival, decided, pendingCount, emptyBooths, now }: Examination,
): Promise<PublishRefusal | null> {
  if (festival.published_at !== null) return { code: 'already_published' };
  if (festival.state !== 'curating') return { code: 'not_curating' };
  const chosen = decided.filter(({ outcome }) => outcome === 'chosen');
  if (chosen.length === 0) return { code: 'nobody_chosen' };
  if (pendingCount > decided.length) return { code: 'undecided', count: pendingCount - decided.length };
  const incomplete = decided.filter(({ outcome, state }) => outcome !== 'not_chosen' && state !== 'complete');
  if (incomplete.length > 0) return { code: 'chosen_incomplete', names: incomplete.map(({ stallName }) => stallName) };
  const unplaced = chosen.filter(({ boothId }) => boothId === null).length;
  if (unplaced > 0) return { code: 'chosen_without_booth', count: unplaced };
  const caps = readBrokenCaps(
    await readCaps(tx, festival.id),
    await readCandidates(
      tx,
      festival,
      chosen.map(({ merchantId }) => merchantId),
    ),
  );
  if (caps.length > 0) return { code: 'caps_broken', caps };
  const empty = (await countBooths(tx, festival.id)) - chosen.length;
  if (empty > 0 && emptyBooths !== 'yes') return { code: 'booths_empty_confirm', count: empty };
  if (offerDeadline({ now, hours: festival.offer_hours, loadInAt: festival.load_in_at }) === null) {
    return { code: 'too_late_to_offer', latest: festival.load_in_at - OFFER_MARGIN_MS, zone: festival.zone };
  }
  return null;
}

async function countBooths(tx: Tx, festivalId: FestivalId): Promise<number> {
  const { count } = await tx
    .selectFrom('festival_booth')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('festival_id', '=', festivalId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function tellEveryone(
  tx: Tx,
  {
    festival,
    decided,
    expiresAt,
    now,
  }: { festival: FestivalRow; decided: DecidedApplication[]; expiresAt: number; now: number },
): Promise<void> {
  const withOutcome = (wanted: string) => decided.filter(({ outcome }) => outcome === wanted);
  await makeOffers(tx, { festival, places: withOutcome('chosen'), expiresAt, now });
  const reserve = withOutcome('reserve');
  const position = new Map(reserve.map(({ merchantId }, index) => [merchantId, index + 1]));
  await tellMerchants(tx, {
    festival,
    merchantIds: reserve.map(({ merchantId }) => merchantId),
    template: 'festival_waitlisted',
    values: (merchantId) => ({ position: position.get(merchantId) ?? 0 }),
    key: `published:${festival.id}`,
    now,
  });
  await tellMerchants(tx, {
    festival,
    merchantIds: withOutcome('not_chosen').map(({ merchantId }) => merchantId),
    template: 'festival_not_chosen',
    key: `published:${festival.id}`,
    now,
  });
}
