import { z } from 'zod';
import { parseId } from '~/shared/ids';
import { PRICE_HIGHEST, readRupiah } from '~/shared/price';

const amountField = (missing: string, notANumber: string) =>
  z.string(missing).transform((typed, context): number => {
    const read = readRupiah(typed);
    if (read.ok && read.value > 0 && read.value <= PRICE_HIGHEST) return read.value;
    context.addIssue({ code: 'custom', message: typed === '' ? missing : notANumber });
    return z.NEVER;
  });

/** What a portion costs, and the lowest price, which may stay empty. */
export const dishCostForm = z.object({
  cost: amountField('cost_missing', 'cost_not_a_number'),
  floorPrice: z
    .union([z.literal('').transform(() => null), amountField('floor_price_not_a_number', 'floor_price_not_a_number')])
    .default(null),
});

/** Dishes ticked for the festival menu. */
export const festivalMenuForm = z.object({
  dishes: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((ticked) => ticked.flatMap((text) => parseId('dsh', text) ?? [])),
});
