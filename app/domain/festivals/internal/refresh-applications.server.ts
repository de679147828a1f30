import type { Tx } from '~/platform/app-context';
import type { ApplicationId, FestivalId } from '~/shared/ids';
import type { ApplicationState, MissingPart } from '../application';
import { readDocumentNeeds, readQuestions, readTrainingRule } from './call-needs.server';
import { readFestivalRow } from './festival-row.server';
import { readMerchantFacts } from './merchant-facts.server';
import { findMissing } from './missing';
import { moveApplication } from './move-application.server';

export interface CheckedApplication {
  applicationId: ApplicationId;
  stallName: string;
  state: ApplicationState;
  missing: MissingPart[];
}

/**
 * Looks again at what is missing and writes submitted ⇄ complete accordingly. A merchant's profile, dishes and
 * papers belong to lower capabilities that do not know of festivals, so the stored state follows at these moments;
 * what pages show is derived anew each time.
 */
export async function refreshApplications(
  tx: Tx,
  { festivalId, applicationId, now }: { festivalId: FestivalId; applicationId?: ApplicationId; now: number },
): Promise<CheckedApplication[]> {
  const festival = await readFestivalRow(tx, festivalId);
  let query = tx
    .selectFrom('festival_application')
    .select(['id', 'merchant_id', 'state'])
    .where('festival_id', '=', festivalId)
    .where('state', 'in', ['submitted', 'complete', 'returned'])
    .orderBy('id');
  if (applicationId) query = query.where('id', '=', applicationId);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const merchantIds = applicationId ? rows.map(({ merchant_id }) => merchant_id) : undefined;
  const training = await readTrainingRule(tx, festivalId);
  const facts = await readMerchantFacts(tx, {
    festivalId,
    firstDay: festival.starts_on,
    lastDay: festival.ends_on,
    lessonsAt: training && now,
    ...(merchantIds && { merchantIds }),
  });
  const answered = await readAnswered(tx, festivalId, applicationId);
  const needs = {
    questions: await readQuestions(tx, festivalId),
    documents: await readDocumentNeeds(tx, festivalId),
    training,
  };
  const checked: CheckedApplication[] = [];
  for (const { id, merchant_id, state } of rows) {
    const one = facts.get(merchant_id);
    if (!one) continue;
    const missing = findMissing(one, answered.get(id) ?? new Set(), needs);
    const derived = state === 'returned' ? 'returned' : missing.length === 0 ? 'complete' : 'submitted';
    if (derived !== state)
      await moveApplication(tx, { applicationId: id, from: state as ApplicationState, to: derived, now });
    checked.push({ applicationId: id, stallName: one.stallName, state: derived, missing });
  }
  return checked;
}

/** Questions answered, by application; of one application where it is named. */
export async function readAnswered(
  tx: Pick<Tx, 'selectFrom'>,
  festivalId: FestivalId,
  applicationId?: ApplicationId,
): Promise<Map<string, Set<string>>> {
  let query = tx
    .selectFrom('festival_answer')
    .innerJoin('festival_application', 'festival_application.id', 'festival_answer.application_id')
    .select(['festival_answer.application_id', 'festival_answer.question_id'])
    .where('festival_application.festival_id', '=', festivalId)
    .where('festival_answer.answer', '<>', '');
  if (applicationId) query = query.where('festival_answer.application_id', '=', applicationId);
  const rows = await query.execute();
  const answered = new Map<string, Set<string>>();
  for (const { application_id, question_id } of rows) {
    const questions = answered.get(application_id) ?? new Set<string>();
    answered.set(application_id, questions.add(question_id));
  }
  return answered;
}
