import { z } from 'zod';
import { ACCOUNT_REASONS, BANKS, HOLDER_MAX } from './payout-account';

const digits = (typed: string) => typed.replace(/\D/g, '');

/** A merchant's account, with her PIN or a fresh code as second factor. Numbers of banks here have 8 to 18 digits. */
export const payoutAccountForm = z.object({
  bank: z.enum(
    BANKS.map(({ code }) => code),
    'bank_missing',
  ),
  number: z.string('account_number_missing').transform((typed, context) => {
    const number = digits(typed);
    if (number.length >= 8 && number.length <= 18) return number;
    context.addIssue({ code: 'custom', message: number === '' ? 'account_number_missing' : 'account_number_length' });
    return z.NEVER;
  }),
  holder: z
    .string('account_holder_missing')
    .trim()
    .min(2, 'account_holder_missing')
    .max(HOLDER_MAX, 'account_holder_long'),
  proof: z.enum(['pin', 'code']),
  secret: z
    .string('account_secret_missing')
    .transform(digits)
    .refine((typed) => typed.length === 6, 'account_secret_missing'),
});

/** A verifier refuses an account. */
export const refuseAccountForm = z.object({
  reason: z.enum(ACCOUNT_REASONS, 'return_reason_missing'),
  fix: z.string('return_fix_missing').trim().min(1, 'return_fix_missing').max(300, 'return_fix_long'),
});
