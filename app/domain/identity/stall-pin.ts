import { z } from 'zod';

/** Whether five tries would find a short PIN: one digit only, a pair repeated, or digits in steps of one size. */
export function isWeakStallPin(pin: string): boolean {
  if (/^(\d\d?)\1+$/.test(pin)) return true;
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return steps.every((step) => step === steps[0]);
}

/** `which`, where a form has two. */
const shortPin = (which?: 'new' | 'again') =>
  z
    .string('stall_pin_missing')
    .transform((typed) => typed.replace(/[\s.-]/g, ''))
    .refine((digits) => /^\d{4,6}$/.test(digits), {
      error: 'stall_pin_length',
      ...(which ? { params: { which } } : {}),
    });

/** A stall's phone gets its PIN. */
export const newStallPinForm = z
  .object({ newPin: shortPin('new'), againPin: shortPin('again') })
  .refine(({ newPin, againPin }) => newPin === againPin, { path: ['againPin'], message: 'pin_differs' });

/** A stall's phone is opened. */
export const stallPinForm = z.object({ pin: shortPin(), lanjut: z.string().optional() });
