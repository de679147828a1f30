import { z } from 'zod';

/** Six digits as people type them; blanks between them go. Names end in "pin", so that no form ever shows one again. */
const pinField = (which: 'old' | 'new' | 'again') =>
  z.string('pin_missing').transform((typed, context): string => {
    const digits = typed.replace(/[\s.-]/g, '');
    if (/^\d{6}$/.test(digits)) return digits;
    const message = /\D/.test(digits) ? 'pin_digits' : 'pin_length';
    context.addIssue({ code: 'custom', message, params: { which, typed: digits.length } });
    return z.NEVER;
  });

const lanjut = z.string().optional();

export const pinSetForm = z
  .object({ newPin: pinField('new'), againPin: pinField('again'), lanjut })
  .refine(({ newPin, againPin }) => newPin === againPin, { path: ['againPin'], message: 'pin_differs' });

export const pinChangeForm = z
  .object({ oldPin: pinField('old'), newPin: pinField('new'), againPin: pinField('again'), lanjut })
  .refine(({ newPin, againPin }) => newPin === againPin, { path: ['againPin'], message: 'pin_differs' });

export const pinResetForm = z
  .object({
    code: z
      .string('code_missing')
      .transform((typed) => typed.replace(/[\s.-]/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'code_length')),
    newPin: pinField('new'),
    againPin: pinField('again'),
    lanjut,
  })
  .refine(({ newPin, againPin }) => newPin === againPin, { path: ['againPin'], message: 'pin_differs' });
