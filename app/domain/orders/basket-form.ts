import { z } from 'zod';
import type { PAYMENT_WAYS } from './orders';

/** Forms of the basket: one dish and how many; how to pay. Codes of errors have their words in app/i18n/field-errors. */

const PORTIONS_MAX = 20;

const numbers = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat().flatMap((text) => text.split('.')))
  .transform((texts) => [...new Set(texts.filter((text) => /^\d{1,4}$/.test(text)).map(Number))].sort((a, b) => a - b));

/** Radio groups send `pilihan-<listing>-<group>`, tick boxes and the basket itself `pilihan`. */
export const lineForm = z
  .looseObject({
    festival: z.string().min(1, 'field_missing').max(120, 'field_wrong'),
    menu: z.coerce.number('field_wrong').int('field_wrong').min(1, 'field_wrong').max(1_000_000, 'field_wrong'),
    jumlah: z.coerce
      .number('quantity_wrong')
      .int('quantity_wrong')
      .min(0, 'quantity_wrong')
      .max(PORTIONS_MAX, 'quantity_wrong'),
    kembali: z.string().max(500, 'field_wrong').default('/keranjang'),
    ganti: z.string().optional(),
    pilihan: numbers,
  })
  .transform(({ festival, menu, jumlah, kembali, ganti, pilihan, ...rest }) => {
    const grouped = Object.entries(rest).flatMap(([name, value]) =>
      name.startsWith(`pilihan-${menu}-`) && typeof value === 'string' && /^\d{1,4}$/.test(value)
        ? [Number(value)]
        : [],
    );
    const options = [...new Set([...pilihan, ...grouped])].sort((a, b) => a - b);
    return { festival, listing: menu, quantity: jumlah, back: kembali, replace: ganti === 'ya', options };
  });

const WAYS: Record<string, (typeof PAYMENT_WAYS)[number]> = { tunai: 'cash', dompet: 'wallet' };

/** The slots seen travel along as `<participation>.<start>`. */
const slots = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) =>
    [value ?? []].flat().flatMap((text) => {
      const [, participationId, startsAt] = /^(par_[0-9a-z]{26})\.(\d{13})$/.exec(text) ?? [];
      return participationId && startsAt
        ? [{ participationId: participationId as `par_${string}`, startsAt: Number(startsAt) }]
        : [];
    }),
  );

export const payForm = z
  .object({
    cara: z.enum(['tunai', 'dompet'], 'payment_missing'),
    pin: z.string().optional(),
    ingat: z.string().optional(),
    jam: slots,
  })
  .superRefine(({ cara, pin = '' }, ctx) => {
    // Left empty it may be remembered; whoever places the order finds out.
    if (cara === 'dompet' && pin !== '' && !/^\d{6}$/.test(pin))
      ctx.addIssue({ code: 'custom', path: ['pin'], message: 'pay_pin_missing' });
  })
  .transform(({ cara, pin, ingat, jam }) => ({
    payment: WAYS[cara] ?? 'cash',
    pin: pin ?? '',
    keepPin: ingat === 'ya',
    slots: jam,
  }));
