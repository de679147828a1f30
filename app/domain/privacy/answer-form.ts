import { z } from 'zod';
import { REFUSAL_REASONS } from './privacy';

const answer = z.string().max(1_000, 'privacy_answer_long').default('');

/** What the officer writes to her; a correction may be answered without a word. */
export const answerForm = z.object({ answer });

/** A refusal names its reason. */
export const refuseForm = z.object({ reason: z.enum(REFUSAL_REASONS, 'reason_missing'), answer });
