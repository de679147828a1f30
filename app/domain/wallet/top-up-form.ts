import { z } from 'zod';
import { type Id, parseId } from '~/shared/ids';
import { readRupiah } from '~/shared/price';
import { RAIL_NAMES } from './wallet';

/** Sums offered as one tap; another one can be written. */
export const TOP_UP_SUMS = [20_000, 50_000, 100_000, 200_000] as const;

/** A chosen sum, or the one written beside it when "another" is chosen or nothing is. */
const sum = z
  .object({ amount: z.string().optional(), other: z.string().optional() })
  .transform(({ amount, other }, context): number => {
    const typed = amount && amount !== 'other' ? amount : (other ?? '');
    if (typed === '') {
      context.addIssue({ code: 'custom', path: [amount === 'other' ? 'other' : 'amount'], message: 'amount_missing' });
      return z.NEVER;
    }
    const read = readRupiah(typed);
    if (read.ok && read.value > 0) return read.value;
    context.addIssue({ code: 'custom', path: ['other'], message: 'amount_wrong' });
    return z.NEVER;
  });

const rail = z.enum(RAIL_NAMES as readonly ['simulator', 'stripe'], 'rail_missing');
const lanjut = z.string().optional();

/** First screen: how much and how. Sent by GET, since it changes nothing. */
export const topUpChoiceForm = z.object({ rail, lanjut }).and(sum.transform((amount) => ({ sum: amount })));

/** Second screen: the sum again, on the button. */
export const topUpForm = z.object({
  topUpId: z.string().transform((typed, context): Id<'top'> => {
    const id = parseId('top', typed);
    if (id) return id;
    context.addIssue({ code: 'custom', message: 'field_wrong' });
    return z.NEVER;
  }),
  sum: z.coerce
    .number('amount_wrong')
    .int('amount_wrong')
    .positive('amount_wrong')
    .max(Number.MAX_SAFE_INTEGER, 'amount_wrong'),
  rail,
  lanjut,
});
