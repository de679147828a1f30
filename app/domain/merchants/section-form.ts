import { z } from 'zod';
import { FIX_MAX, RETURN_REASONS, type ReturnReason, type Section } from './section';

const revision = z.coerce.number('section_revision_missing').int().positive();

/** "Lolos": which revision the verifier has read. */
export const passSectionForm = z.object({ revision });

/** "Kembalikan": a reason of this section's list, and what to mend in words. */
export const returnSectionForm = (section: Section) =>
  z.object({
    revision,
    reason: z.enum(
      RETURN_REASONS[section].map(({ reason }) => reason) as [ReturnReason, ...ReturnReason[]],
      'return_reason_missing',
    ),
    fix: z.string('return_fix_missing').trim().min(1, 'return_fix_missing').max(FIX_MAX, 'return_fix_long'),
  });
