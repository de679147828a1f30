import { mayApply } from '~/domain/merchants/merchants';
import type { Tx } from '~/platform/app-context';
import type { ApplicationId, PersonId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import type { ApplicationState, MissingPart } from './application';
import { readQuestions } from './internal/call-needs.server';
import { isCallOpen } from './internal/call-open';
import { lockFestival } from './internal/festival-row.server';
import { moveApplication } from './internal/move-application.server';
import { readAnswered, refreshApplications } from './internal/refresh-applications.server';

export type SubmitApplicationRefusal =
  | { code: 'call_closed' }
  | { code: 'already_applied'; state: string }
  | { code: 'merchant_not_active' }
  | { code: 'answers_missing'; questions: { id: string; label: string }[] };

export interface SubmittedApplication {
  state: 'submitted' | 'complete';
  /** What keeps it from being complete: papers, profile, dishes. It can be mended without sending again. */
  missing: MissingPart[];
}

/**
 * Sends an application. A draft needs an open call; one returned by the organiser may come back until the line-up is
 * announced. Required answers must be there; a missing paper or dish lets it stand as submitted, and completes later.
 */
export async function submitApplication(
  tx: Tx,
  { applicationId, now }: { applicationId: ApplicationId; by: PersonId | null; now: number },
): Promise<Result<SubmittedApplication, SubmitApplicationRefusal>> {
  const { festival_id: festivalId, merchant_id: merchantId } = await tx
    .selectFrom('festival_application')
    .select(['festival_id', 'merchant_id'])
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const festival = await lockFestival(tx, festivalId);
  const { state } = await tx
    .selectFrom('festival_application')
    .select('state')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  if (state !== 'draft' && state !== 'returned') return refuse({ code: 'already_applied', state });
  const welcome = state === 'draft' ? isCallOpen(festival, now) : ['open', 'curating'].includes(festival.state);
  if (!welcome) return refuse({ code: 'call_closed' });
  const merchant = await tx
    .selectFrom('merchant_profile')
    .select('state')
    .where('id', '=', merchantId)
    .executeTakeFirstOrThrow();
  if (!mayApply(merchant.state)) return refuse({ code: 'merchant_not_active' });
  const answered = (await readAnswered(tx, festivalId, applicationId)).get(applicationId) ?? new Set<string>();
  const unanswered = (await readQuestions(tx, festivalId)).filter(
    ({ id, required }) => required === 'yes' && !answered.has(id),
  );
  if (unanswered.length > 0) {
    return refuse({ code: 'answers_missing', questions: unanswered.map(({ id, label }) => ({ id, label })) });
  }
  await moveApplication(tx, { applicationId, from: state as ApplicationState, to: 'submitted', now });
  await tx
    .updateTable('festival_application')
    .set({ submitted_at: now, returned_why: null })
    .where('id', '=', applicationId)
    .execute();
  const [checked] = await refreshApplications(tx, { festivalId, applicationId, now });
  if (!checked) throw new Error('a submitted application was not found again');
  return accept({ state: checked.missing.length === 0 ? 'complete' : 'submitted', missing: checked.missing });
}
