import { z } from 'zod';
import { parseId } from '~/shared/ids';
import { readRupiah } from '~/shared/price';
import { readClock } from '~/shared/time';
import { ACCEPT_MINUTES, type AcceptMinutes, REFUSAL_REASONS } from './orders';

/** What a cashier sends from the board. */

export const acceptForm = z.object({
  menit: z
    .string('minutes_choose')
    .transform(Number)
    .refine((minutes): minutes is AcceptMinutes => ACCEPT_MINUTES.some((known) => known === minutes), 'minutes_choose'),
});

export const refuseForm = z.object({ alasan: z.enum(REFUSAL_REASONS, 'reason_choose') });

export const refundForm = z.object({
  pesanan: z.string('field_missing').transform((text) => parseId('tkt', text)),
  kunci: z.string('field_missing').regex(/^[a-z0-9_]{10,60}$/, 'field_wrong'),
  // Money given back may be any sum, also one that is odd for a dish.
  jumlah: z.string('refund_missing').transform((typed, context): number => {
    const read = readRupiah(typed);
    if (read.ok && read.value > 0) return read.value;
    context.addIssue({ code: 'custom', message: typed === '' ? 'refund_missing' : 'refund_not_a_number' });
    return z.NEVER;
  }),
});

/** A sale that was written on paper first: the paper's number, and when it was sold (`HH:MM` on the festival's clock). */
export const paperForm = z
  .object({
    kertas: z
      .string()
      .optional()
      .transform((typed, context): string | null => {
        const number = (typed ?? '').replace(/\s/g, '').toUpperCase();
        if (number === '') return null;
        if (/^[A-Z0-9-]{1,12}$/.test(number)) return number;
        context.addIssue({ code: 'custom', message: 'paper_number_wrong' });
        return z.NEVER;
      }),
    pukul: z
      .string()
      .optional()
      .transform((typed, context): string | null => {
        if ((typed ?? '').trim() === '') return null;
        const clock = readClock(typed);
        if (clock) return clock;
        context.addIssue({ code: 'custom', message: 'sold_clock_wrong' });
        return z.NEVER;
      }),
  })
  .superRefine(({ kertas, pukul }, context) => {
    if (kertas === null && pukul !== null)
      context.addIssue({ code: 'custom', message: 'paper_number_missing', path: ['kertas'] });
  });

export interface CounterLine {
  listing: number;
  options: number[];
  quantity: number;
  /** Price of one with its options, as the screen said; left out where it did not say. */
  price?: number;
}

/**
 * Lines of a counter sale out of `jumlah-<listing>`, `pilih-<listing>[-<group>]` and `seharga-<listing>`; null where a
 * number is none.
 */
export function readCounterLines(form: FormData): CounterLine[] | null {
  const lines: CounterLine[] = [];
  for (const [name, value] of form.entries()) {
    const listing = /^jumlah-(\d{1,9})$/.exec(name)?.[1];
    if (!listing || typeof value !== 'string' || value.trim() === '') continue;
    const quantity = /^\d{1,3}$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (Number.isNaN(quantity)) return null;
    if (quantity === 0) continue;
    lines.push({
      listing: Number(listing),
      options: chosenOptions(form, listing),
      quantity,
      ...priceSeen(form, listing),
    });
  }
  return lines;
}

function priceSeen(form: FormData, listing: string): { price?: number } {
  const typed = form.get(`seharga-${listing}`);
  return typeof typed === 'string' && /^[1-9]\d{0,7}$/.test(typed) ? { price: Number(typed) } : {};
}

function chosenOptions(form: FormData, listing: string): number[] {
  const names = [...new Set(form.keys())].filter(
    (name) => name === `pilih-${listing}` || name.startsWith(`pilih-${listing}-`),
  );
  return [...new Set(names.flatMap((name) => form.getAll(name)).map(Number))].filter((number) =>
    Number.isSafeInteger(number),
  );
}
