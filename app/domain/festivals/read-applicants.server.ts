import type { ReadDb } from '~/platform/app-context';
import type { ApplicationId, FestivalId, MerchantId } from '~/shared/ids';
import { type ApplicationState, type MissingPart, type Outcome, readApplicationState } from './application';
import { readDocumentNeeds, readQuestions, readTrainingRule } from './internal/call-needs.server';
import { readFestivalRow } from './internal/festival-row.server';
import { readMerchantFacts } from './internal/merchant-facts.server';
import { findMissing } from './internal/missing';
import { readAnswered } from './internal/refresh-applications.server';
import { type TrainingStanding, trainingStanding } from './training-rule';

/** One applicant as the organiser's list and the composer show her. */
export interface Applicant {
  applicationId: ApplicationId;
  merchantId: MerchantId;
  stallName: string;
  category: string | null;
  regionCode: string;
  /** The first dish of her menu. */
  dish: string | null;
  dishCount: number;
  halal: 'yes' | 'no';
  /** submitted and complete are derived now. */
  state: ApplicationState;
  submittedAt: number | null;
  missing: MissingPart[];
  /** Which way her lessons counted; null where this festival counts none. */
  training: TrainingStanding | null;
  decision: ApplicantDecision | null;
}

export interface ApplicantDecision {
  outcome: Outcome;
  booth: number | null;
  rank: number | null;
  reason: string | null;
}

/** Everybody who sent an application, oldest first, in ten statements however many they are; where lessons count, in a dozen more. Drafts are the merchant's own. */
export async function readApplicants(
  db: ReadDb,
  { festivalId, now }: { festivalId: FestivalId; now: number },
): Promise<Applicant[]> {
  const festival = await readFestivalRow(db, festivalId);
  const rows = await readApplications(db, festivalId);
  const training = await readTrainingRule(db, festivalId);
  const days = { firstDay: festival.starts_on, lastDay: festival.ends_on };
  const facts = await readMerchantFacts(db, { festivalId, ...days, lessonsAt: training && now });
  const answered = await readAnswered(db, festivalId);
  const needs = {
    questions: await readQuestions(db, festivalId),
    documents: await readDocumentNeeds(db, festivalId),
    training,
  };
  return rows.flatMap((row) => {
    const one = facts.get(row.merchantId);
    if (!one) return [];
    const state = readApplicationState(row.state);
    const isPending = state === 'submitted' || state === 'complete' || state === 'returned';
    const missing = isPending ? findMissing(one, answered.get(row.applicationId) ?? new Set(), needs) : [];
    const { merchantId, stallName, category, regionCode, dish, dishCount, halal } = one;
    return [
      {
        applicationId: row.applicationId,
        ...{ merchantId, stallName, category, regionCode, dish, dishCount, halal },
        state:
          state === 'submitted' || state === 'complete' ? (missing.length === 0 ? 'complete' : 'submitted') : state,
        submittedAt: row.submittedAt,
        missing,
        training: training ? trainingStanding(training, one.lessons) : null,
        decision: row.outcome
          ? { outcome: row.outcome as Outcome, booth: row.booth, rank: row.rank, reason: row.reason }
          : null,
      },
    ];
  });
}

function readApplications(db: ReadDb, festivalId: FestivalId) {
  return db
    .selectFrom('festival_application')
    .leftJoin('festival_decision', 'festival_decision.application_id', 'festival_application.id')
    .leftJoin('festival_booth', 'festival_booth.id', 'festival_decision.booth_id')
    .select([
      'festival_application.id as applicationId',
      'festival_application.merchant_id as merchantId',
      'festival_application.state as state',
      'festival_application.submitted_at as submittedAt',
      'festival_decision.outcome as outcome',
      'festival_decision.rank as rank',
      'festival_decision.reason as reason',
      'festival_booth.number as booth',
    ])
    .where('festival_application.festival_id', '=', festivalId)
    .where('festival_application.state', '<>', 'draft')
    .orderBy('festival_application.submitted_at')
    .orderBy('festival_application.id')
    .execute();
}

/** One applicant with her answers and every paper asked for; null when she is not of this festival. */
export async function readApplicant(
  db: ReadDb,
  { festivalId, applicationId, now }: { festivalId: FestivalId; applicationId: ApplicationId; now: number },
) {
  const applicant = (await readApplicants(db, { festivalId, now })).find((one) => one.applicationId === applicationId);
  if (!applicant) return null;
  const answers = await db
    .selectFrom('festival_question')
    .leftJoin('festival_answer', (join) =>
      join
        .onRef('festival_answer.question_id', '=', 'festival_question.id')
        .on('festival_answer.application_id', '=', applicationId),
    )
    .select(['festival_question.label as label', 'festival_question.kind as kind', 'festival_answer.answer as answer'])
    .where('festival_question.festival_id', '=', festivalId)
    .orderBy('festival_question.position')
    .execute();
  return { ...applicant, answers };
}
