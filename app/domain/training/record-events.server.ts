import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { TrainingEvent } from './progress';

/**
 * Adds events to the append-only list. An event whose id is there already is the same event, so a form sent twice or a
 * phone that was offline does no harm. `happenedAt` is the learner's, `now` ours.
 */
export async function recordEvents(
  tx: Tx,
  {
    merchantId,
    personId,
    events,
    now,
  }: { merchantId: MerchantId; personId: PersonId; events: readonly TrainingEvent[]; now: number },
): Promise<void> {
  for (const { id, lesson, lessonVersion, kind, happenedAt, ...data } of events) {
    await tx
      .insertInto('training_event')
      .values({
        id,
        merchant_id: merchantId,
        person_id: personId,
        lesson,
        lesson_version: lessonVersion,
        kind,
        data: JSON.stringify(data),
        happened_at: happenedAt,
        received_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}
