import { z } from 'zod';
import { CORRECTION_FIELDS } from './privacy';

/** What should be put right: which data, and what it should say. A name and an address are checked as such. */
export const correctionForm = z
  .object({
    field: z.enum(CORRECTION_FIELDS, 'correction_field_missing'),
    wanted: z.string('correction_missing').min(1, 'correction_missing').max(1_000, 'correction_long'),
  })
  .superRefine(({ field, wanted }, context) => {
    const isWrong =
      (field === 'name' && wanted.length > 100) || (field === 'email' && !z.email().safeParse(wanted).success);
    if (isWrong) context.addIssue({ code: 'custom', path: ['wanted'], message: `correction_${field}_wrong` });
  });
