import { z } from 'zod';
import { readCertificateCode } from './certificate';

export const REVOKED_WHY_MAX = 200;

/** The operator takes a certificate back; the reason is shown to everybody who looks it up. */
export const revokeForm = z.object({
  why: z
    .string('certificate_why_missing')
    .min(5, 'certificate_why_missing')
    .max(REVOKED_WHY_MAX, 'certificate_why_long'),
  again: z.enum(['now', 'later'], 'certificate_again_missing'),
});

/** Somebody types the number of a printed sheet. */
export const codeForm = z.object({
  kode: z.string('certificate_code_missing').transform((typed, context) => {
    const code = readCertificateCode(typed);
    if (code) return code;
    context.addIssue({ code: 'custom', message: typed === '' ? 'certificate_code_missing' : 'certificate_code_wrong' });
    return z.NEVER;
  }),
});
