import { z } from 'zod';
import { LATE_EVENTS_MAX } from '~/shared/late-events';
import { DAY_MS } from '~/shared/time';

const OLDEST_MS = 400 * DAY_MS;

const common = {
  /** Made on the phone. */
  id: z.string().regex(/^evt_[0-9a-z]{26}$/),
  lesson: z.string().max(60),
  version: z.number().int().min(1).max(1_000),
  /**
   * How long ago it happened, ms: a phone's own clock may be wrong. One that says years is (a battery that was empty), so
   * the event counts and its time is the oldest we believe.
   */
  age: z
    .number()
    .min(0)
    .transform((age) => Math.min(Math.round(age), OLDEST_MS)),
};
const attempt = z.string().regex(/^att_[0-9a-z]{26}$/);

const lateEvent = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('lesson_opened') }),
  z.object({
    ...common,
    kind: z.literal('quiz_answered'),
    attempt,
    question: z.string().max(40),
    choice: z.string().max(10),
  }),
  z.object({ ...common, kind: z.literal('quiz_finished'), attempt }),
]);
export type LateEvent = z.output<typeof lateEvent>;

/** Events that waited on a phone, in any order and perhaps not for the first time; each is looked at by itself. */
export const lateEventsBody = z.object({
  events: z
    .array(z.looseObject({ id: z.string().max(60) }))
    .min(1)
    .max(LATE_EVENTS_MAX),
});

/** Those that can be understood: one that cannot must not keep back whatever else a phone has to tell. */
export function readLateEvents({ events }: z.output<typeof lateEventsBody>): LateEvent[] {
  return events.flatMap((event) => lateEvent.safeParse(event).data ?? []);
}
