import { z } from 'zod';
import { CONSENT_PURPOSES } from '~/domain/identity/identity';

/** One consent, given or withdrawn. `subject` is the business it is about; empty for what is about herself. */
export const consentForm = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  subject: z.string().default(''),
  consent: z.enum(['yes', 'no']),
});
