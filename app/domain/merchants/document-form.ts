import { z } from 'zod';
import { isDay } from '~/shared/time';
import { DOCUMENT_ANSWERS } from './merchants';

/** What a merchant says about one paper. The date comes from a date input, `YYYY-MM-DD`. */
export const documentForm = z.object({
  answer: z.enum(DOCUMENT_ANSWERS, 'paper_answer_missing'),
  number: z.string().max(60, 'paper_number_too_long').optional(),
  validUntil: z
    .string()
    .optional()
    .transform((typed, context): string | null => {
      if (!typed) return null;
      if (isDay(typed)) return typed;
      context.addIssue({ code: 'custom', message: 'date_shape' });
      return z.NEVER;
    }),
});
