import type { Tx } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import { recordEvents } from './record-events.server';
import type { LessonSlug } from './training';

/** Notes that a lesson was opened, once a version. */
export async function openLesson(
  tx: Tx,
  options: { merchantId: MerchantId; personId: PersonId; lesson: LessonSlug; version: number; now: number },
): Promise<void> {
  const { merchantId, personId, lesson, version, now } = options;
  const id = `${merchantId}:${lesson}:${version}:opened`;
  const event = { id, lesson, lessonVersion: version, happenedAt: now, kind: 'lesson_opened' } as const;
  await recordEvents(tx, { merchantId, personId, events: [event], now });
}
