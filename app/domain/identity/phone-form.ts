import { z } from 'zod';
import { type E164, readPhone } from '~/shared/phone';

/** A mobile number in a form: read as people write it, kept as E.164. Its errors have words in field-errors/identity.ts. */
export const phoneField = z.string('phone_missing').transform((typed, context): E164 => {
  const read = readPhone(typed);
  if (read.ok) return read.value;
  const { code, ...params } = read.refusal;
  context.addIssue({ code: 'custom', message: code, params });
  return z.NEVER;
});

/** First screen of signing in. */
export const signInForm = z.object({ phone: phoneField, lanjut: z.string().optional() });

/** Second screen; whose code it is stands in a signed cookie. */
export const codeForm = z.object({
  code: z
    .string('code_missing')
    .transform((typed) => typed.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'code_length')),
});

/** The same at the door, where the browser says whether it could keep a passkey. */
export const signInCodeForm = codeForm.extend({ passkey: z.string().optional() });
