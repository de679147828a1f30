import { z } from 'zod';

const shownAt = z.coerce.number().int().nonnegative();

/** The owner agrees: with one entry, or with all that were on her page (`sampai`: when it was shown). */
export const confirmTypedForm = z.object({ isian: z.string().optional(), sampai: shownAt });

/** The owner takes one entry back. */
export const undoTypedForm = z.object({ isian: z.string(), sampai: shownAt });
