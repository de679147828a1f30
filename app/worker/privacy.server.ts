import { confirmErasure } from '~/domain/privacy/confirm-erasure.server';
import { buryPerson, ERASURE_STEPS, type ErasureStep } from '~/domain/privacy/erase-person.server';
import { dropExport, makeExport } from '~/domain/privacy/make-export.server';
import type { AppContext } from '~/platform/app-context';
import type { OutboxPayloads } from '~/platform/outbox-kinds';
import type { PrivacyRequestId } from '~/shared/ids';
import type { DataSubject } from '~/shared/personal-data';
import { keepTombstones } from './keep-tombstones.server';

/** What people asked about their data and the worker does for them. Every verb bears repetition. */

export async function makeExportNow(app: AppContext, payload: OutboxPayloads['privacy.make_export']): Promise<void> {
  await makeExport(app, payload);
}

export async function dropExportNow(app: AppContext, payload: OutboxPayloads['privacy.drop_export']): Promise<void> {
  await app.inTransaction((tx) => dropExport(tx, payload));
}

/**
 * Erases a person, capability by capability, each in a unit of its own. Interrupted, the outbox row runs again and every
 * step with it: what is gone is found gone.
 */
export async function erasePersonNow(
  app: AppContext,
  { requestId }: OutboxPayloads['privacy.erase'],
  steps: Readonly<Record<string, ErasureStep>> = ERASURE_STEPS,
): Promise<void> {
  const subject = await app.inTransaction((tx) => confirmErasure(tx, { requestId }));
  if (subject) await eraseSubject(app, subject, { requestId, steps });
  // Also when she was gone already: what failed below is why the row runs again.
  await keepTombstones(app);
  // Pages as they were before still lie in the log until it is folded into the file.
  await app.foldLog();
}

/** The walk itself, for a request or, after a restore, for a tombstone. */
export async function eraseSubject(
  app: Pick<AppContext, 'inTransaction' | 'clock'>,
  subject: DataSubject,
  {
    requestId,
    steps = ERASURE_STEPS,
  }: { requestId: PrivacyRequestId | null; steps?: Readonly<Record<string, ErasureStep>> },
): Promise<void> {
  for (const step of Object.values(steps)) await app.inTransaction((tx) => step(tx, subject, app.clock.now()));
  await app.inTransaction((tx) => buryPerson(tx, subject, { requestId, now: app.clock.now() }));
}
