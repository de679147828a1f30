import { z } from 'zod';

/** Whether five tries would find a short PIN: one digit only, a pair repeated, or digits in steps of one size. */
export function isWeakStallPin(pin: string): boolean {
  if (/^(\d\d?)\1+$/.test(pin)) return true;
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return steps.every((step) => step === steps[0]);
}

const shortPin = z
  .string('stall_pin_missing')
  .transform((typed) => typed.replace(/[\s.-]/g, ''))
  .pipe(z.string().regex(/^\d{4,6}$/, 'stall_pin_length'));

/** A stall's phone gets its PIN. */
export const newStallPinForm = z
  .object({ newPin: shortPin, againPin: shortPin })
  .refine(({ newPin, againPin }) => newPin === againPin, { path: ['againPin'], message: 'pin_differs' });

/** A stall's phone is opened. */
export const stallPinForm = z.object({ pin: shortPin, lanjut: z.string().optional() });
