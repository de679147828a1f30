import { z } from 'zod';
import { readRupiah } from '~/shared/price';

/** The hour of the payout, 0–23. */
export const payoutHourForm = z.object({
  hour: z
    .string('payout_hour_missing')
    .regex(/^(?:1?\d|2[0-3])$/, 'payout_hour_missing')
    .transform(Number),
});

/** A month and what was sold elsewhere in it; Rp0 is an answer. */
export const outsideSalesForm = z.object({
  month: z.string('sales_month_missing').regex(/^\d{4}-\d{2}$/, 'sales_month_missing'),
  amount: z.string('outside_amount_missing').transform((typed, context): number => {
    const read = readRupiah(typed);
    if (read.ok) return read.value;
    context.addIssue({
      code: 'custom',
      message: typed === '' ? 'outside_amount_missing' : 'outside_amount_not_a_number',
    });
    return z.NEVER;
  }),
});
