import { z } from 'zod';
import { DAY_MS } from '~/shared/time';

const common = {
  /** Made on the phone. */
  id: z.string().regex(/^evt_[0-9a-z]{26}$/),
  lesson: z.string().max(60),
  version: z.number().int().min(1).max(1_000),
  /** How long ago it happened, ms: a phone's own clock may be wrong. */
  age: z
    .number()
    .int()
    .min(0)
    .max(400 * DAY_MS),
};
const attempt = z.string().regex(/^att_[0-9a-z]{26}$/);

/** Events that waited on a phone, in any order and perhaps not for the first time. */
export const lateEventsBody = z.object({
  events: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ ...common, kind: z.literal('lesson_opened') }),
        z.object({
          ...common,
          kind: z.literal('quiz_answered'),
          attempt,
          question: z.string().max(40),
          choice: z.string().max(10),
        }),
        z.object({ ...common, kind: z.literal('quiz_finished'), attempt }),
      ]),
    )
    .min(1)
    .max(200),
});

export type LateEvent = z.output<typeof lateEventsBody>['events'][number];
