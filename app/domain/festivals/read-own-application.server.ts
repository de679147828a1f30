import { readMerchant } from '~/domain/merchants/read-merchant.server';
import type { ReadDb } from '~/platform/app-context';
import { type ApplicationId, type FestivalId, type MerchantId, type OfferId, parseId } from '~/shared/ids';
import { type ApplicationState, type MissingPart, readApplicationState } from './application';
import type { Question } from './internal/call-needs.server';
import { readMerchantFacts } from './internal/merchant-facts.server';
import { findMissing } from './internal/missing';
import type { OfferOutcome } from './offer';
import { type Call, readCall } from './read-call.server';
import { standingOf } from './read-offers.server';
import { readParticipationsOf } from './read-participation.server';

/** A merchant's own application. Nothing here comes from a decision before the line-up is announced. */
export interface OwnApplication {
  call: Call;
  application: {
    id: ApplicationId;
    state: ApplicationState;
    submittedAt: number | null;
    returnedWhy: string | null;
  } | null;
  questions: (Question & { answer: string })[];
  /** What keeps it from being complete; empty once it is, or once it is decided. */
  missing: MissingPart[];
  offer: { id: OfferId; booth: number; expiresAt: number; outcome: OfferOutcome } | null;
  /** Her place on the waiting list, 1 first. */
  position: number | null;
  /** Why she was not chosen, in the organiser's words. */
  reason: string | null;
}

export async function readOwnApplication(
  db: ReadDb,
  { merchantId, slug, now }: { merchantId: MerchantId; slug: string; now: number },
): Promise<OwnApplication | null> {
  const call = await readCall(db, { slug, now });
  if (!call) return null;
  const row = await db
    .selectFrom('festival_application')
    .select(['id', 'state', 'submitted_at', 'returned_why'])
    .where('festival_id', '=', call.festival.id)
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
  const answers = row ? await readAnswers(db, row.id) : new Map<string, string>();
  const missing = await readOwnMissing(db, { call, merchantId, answers, now });
  const state = row ? readApplicationState(row.state) : null;
  const isPending = state === null || ['draft', 'submitted', 'complete', 'returned'].includes(state);
  return {
    call,
    application:
      row && state
        ? {
            id: row.id,
            state:
              state === 'submitted' || state === 'complete' ? (missing.length === 0 ? 'complete' : 'submitted') : state,
            submittedAt: row.submitted_at,
            returnedWhy: row.returned_why,
          }
        : null,
    questions: call.questions.map((question) => ({ ...question, answer: answers.get(question.id) ?? '' })),
    missing: isPending ? missing : [],
    offer: row ? await readLastOffer(db, row.id, now) : null,
    position: state === 'waitlisted' && row ? await readPosition(db, call.festival.id, row.id) : null,
    reason: state === 'declined' && row ? await readReason(db, row.id) : null,
  };
}

async function readAnswers(db: ReadDb, applicationId: ApplicationId): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('festival_answer')
    .select(['question_id', 'answer'])
    .where('application_id', '=', applicationId)
    .execute();
  return new Map(rows.map(({ question_id, answer }) => [question_id, answer]));
}

async function readOwnMissing(
  db: ReadDb,
  { call, merchantId, answers, now }: { call: Call; merchantId: MerchantId; answers: Map<string, string>; now: number },
): Promise<MissingPart[]> {
  const { id: festivalId, startsOn: firstDay, endsOn: lastDay } = call.festival;
  const whose = { festivalId, firstDay, lastDay, merchantIds: [merchantId], lessonsAt: call.training && now };
  const facts = await readMerchantFacts(db, whose);
  const own = facts.get(merchantId);
  const answered = new Set([...answers].filter(([, answer]) => answer !== '').map(([id]) => id));
  return own ? findMissing(own, answered, call) : [];
}

async function readLastOffer(db: ReadDb, applicationId: ApplicationId, now: number): Promise<OwnApplication['offer']> {
  const row = await db
    .selectFrom('festival_offer')
    .innerJoin('festival_booth', 'festival_booth.id', 'festival_offer.booth_id')
    .select(['festival_offer.id as id', 'festival_booth.number as booth', 'expires_at', 'outcome'])
    .where('festival_offer.application_id', '=', applicationId)
    .orderBy('offered_at', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  const outcome = standingOf(row.outcome as OfferOutcome, row.expires_at, now);
  return { id: row.id, booth: row.booth, expiresAt: row.expires_at, outcome };
}

async function readPosition(db: ReadDb, festivalId: FestivalId, applicationId: ApplicationId): Promise<number> {
  const list = await db
    .selectFrom('festival_application')
    .innerJoin('festival_decision', 'festival_decision.application_id', 'festival_application.id')
    .select('festival_application.id')
    .where('festival_application.festival_id', '=', festivalId)
    .where('festival_application.state', '=', 'waitlisted')
    .orderBy('festival_decision.rank')
    .orderBy('festival_application.id')
    .execute();
  return list.findIndex(({ id }) => id === applicationId) + 1;
}

async function readReason(db: ReadDb, applicationId: ApplicationId): Promise<string | null> {
  const row = await db
    .selectFrom('festival_decision')
    .select('reason')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row?.reason ?? null;
}

/** The same from an address, with the merchant's name; null when one of them is not there. */
export async function readMerchantApplication(
  db: ReadDb,
  { merchantId, slug, now }: { merchantId?: string; slug?: string; now: number },
) {
  const id = parseId('mrc', merchantId);
  const merchant = id && (await readMerchant(db, id));
  const own = merchant && slug ? await readOwnApplication(db, { merchantId: merchant.id, slug, now }) : null;
  if (!merchant || !own) return null;
  const participation = (await readParticipationsOf(db, merchant.id)).find(
    ({ festivalId }) => festivalId === own.call.festival.id,
  );
  return {
    merchant: { id: merchant.id, name: merchant.stallName },
    ...own,
    participationId: participation?.id ?? null,
  };
}

/** The same where an offer was made to her; null otherwise. */
export async function readOfferedApplication(db: ReadDb, named: { merchantId?: string; slug?: string; now: number }) {
  const own = await readMerchantApplication(db, named);
  return own?.offer ? { ...own, offer: own.offer } : null;
}
