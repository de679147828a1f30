import { z } from 'zod';
import { readRupiah } from '~/shared/price';
import { findRegions, regionOf } from '~/shared/regions';
import { DISTRICT_MAX, MERCHANT_CATEGORIES, OWNER_NAME_MAX, STALL_NAME_MAX } from './merchants';

/** Fields that several merchant forms share. Their errors have words in i18n/field-errors/merchants.ts. */

export const stallNameField = z
  .string('stall_name_missing')
  .min(1, 'stall_name_missing')
  .max(STALL_NAME_MAX, 'stall_name_long')
  .regex(/\p{L}|\p{N}/u, 'stall_name_missing');

/** As on the KTP: letters, blank and `' . - ,`; one word is valid (domain.md §1.1). */
export const ownerNameField = z
  .string('owner_name_missing')
  .min(1, 'owner_name_missing')
  .max(OWNER_NAME_MAX, 'owner_name_long')
  .regex(/^[\p{L}\p{M} '’.,-]+$/u, 'owner_name_letters');

export const categoryField = z.enum(MERCHANT_CATEGORIES, 'category_missing');

export const districtField = z.string('district_missing').min(1, 'district_missing').max(DISTRICT_MAX, 'district_long');

/** Kabupaten or kota as people write it, to its code; two of one name are asked back with both. */
export const cityField = z.string('city_missing').transform((typed, context): string => {
  const found = findRegions(typed);
  const [first, second] = found;
  if (first && !second) return first.code;
  if (first && second) {
    context.addIssue({ code: 'custom', message: 'city_two', params: { first: first.name, second: second.name } });
  } else {
    context.addIssue({ code: 'custom', message: typed === '' ? 'city_missing' : 'city_unknown', params: { typed } });
  }
  return z.NEVER;
});

/** The choice offered after `city_two` stands for what was typed. */
export function takeCityChoice(fields: unknown): unknown {
  const given = fields as Record<string, unknown>;
  const chosen = typeof given.cityChoice === 'string' && regionOf(given.cityChoice) ? given.cityChoice : null;
  return chosen ? { ...given, city: chosen } : given;
}

/** A sum that may be left out; `850 juta` is understood. */
export function moneyField(notANumber: string) {
  return z
    .string()
    .optional()
    .transform((typed, context): number | null => {
      if (typed === undefined || typed === '') return null;
      const read = readRupiah(typed);
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', message: notANumber });
      return z.NEVER;
    });
}

/** A text that may be left out; empty = null. */
export function textField(most: number, tooLong: string) {
  return z
    .string()
    .max(most, tooLong)
    .optional()
    .transform((typed) => typed || null);
}
