import { z } from 'zod';
import { readPrice } from '~/shared/price';
import { MOST_COOKED_AT_ONCE, MOST_PORTIONS_A_DAY } from './stalls';

/** What a cashier sends about stock, prices and the stall's day. */

export const stockForm = z.object({
  /** Empty = not counted. */
  sisa: z
    .string()
    .optional()
    .transform((typed, context): number | null => {
      const text = (typed ?? '').replace(/[.\s]/g, '');
      if (text === '') return null;
      if (/^\d{1,6}$/.test(text) && Number(text) <= MOST_PORTIONS_A_DAY) return Number(text);
      context.addIssue({ code: 'custom', message: 'portions_range', params: { most: MOST_PORTIONS_A_DAY } });
      return z.NEVER;
    }),
  harga: z.string('price_missing').transform((typed, context): number => {
    const read = readPrice(typed);
    if (read.ok) return read.value;
    const { code, ...params } = read.refusal;
    context.addIssue({ code: 'custom', message: code, params });
    return z.NEVER;
  }),
  /** What the page showed; only what differs from it was changed by hand. */
  sisaTadi: z
    .string()
    .regex(/^\d{0,6}$/)
    .optional()
    .catch(undefined)
    .transform((text) => (text === undefined ? undefined : text === '' ? null : Number(text))),
  hargaTadi: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .catch(undefined)
    .transform((text) => (text === undefined ? undefined : Number(text))),
});

export const soldOutForm = z.object({
  tindakan: z.enum(['habis', 'ada'], 'field_missing'),
  pilihan: z.coerce.number().int().optional(),
});

export const openStallForm = z.object({
  sekaligus: z
    .string()
    .optional()
    .transform((typed, context): number | undefined => {
      const text = (typed ?? '').trim();
      if (text === '') return undefined;
      if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_COOKED_AT_ONCE) return Number(text);
      context.addIssue({ code: 'custom', message: 'cooked_at_once_range', params: { most: MOST_COOKED_AT_ONCE } });
      return z.NEVER;
    }),
});

export const pauseForm = z.object({ tindakan: z.enum(['jeda', 'buka'], 'field_missing') });
