import { z } from 'zod';
import { isDay } from '~/shared/time';
import { KBLI_EDITIONS } from './kbli';
import { DOCUMENT_ANSWERS } from './merchants';
import { CHECK_NOTE_MAX, CHECK_OUTCOMES } from './paper';

const day = (wrong: string) =>
  z
    .string()
    .optional()
    .transform((typed, context): string | null => {
      if (!typed) return null;
      if (isDay(typed)) return typed;
      context.addIssue({ code: 'custom', message: wrong });
      return z.NEVER;
    });

/** What a merchant says about one paper. Dates come from date inputs, `YYYY-MM-DD`; what is not asked is not sent. */
export const documentForm = z.object({
  answer: z.enum(DOCUMENT_ANSWERS, 'paper_answer_missing'),
  number: z.string().max(60, 'paper_number_too_long').optional(),
  validUntil: day('valid_until_shape'),
  issuedOn: day('issued_on_shape'),
  edition: z
    .enum(KBLI_EDITIONS)
    .optional()
    .catch(undefined)
    .transform((edition) => edition ?? null),
});

/** What somebody found who compared a paper with its photo. */
export const checkForm = z
  .object({
    outcome: z.enum(CHECK_OUTCOMES, 'paper_outcome_missing'),
    level: z.enum(['organiser', 'festival']).optional(),
    revision: z.coerce.number().int(),
    numberRead: z
      .string()
      .max(60, 'paper_number_too_long')
      .optional()
      .transform((typed) => typed || null),
    note: z
      .string()
      .max(CHECK_NOTE_MAX, 'paper_note_long')
      .optional()
      .transform((typed) => typed || null),
  })
  .refine(({ outcome, note }) => outcome === 'fits' || note !== null, {
    path: ['note'],
    message: 'paper_note_missing',
  });
