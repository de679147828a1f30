import { z } from 'zod';
import { phoneField } from '~/domain/identity/phone-form';
import {
  categoryField,
  cityField,
  districtField,
  moneyField,
  ownerNameField,
  stallNameField,
  takeCityChoice,
  textField,
} from './form-fields';
import { readKbli } from './kbli';
import { ADDRESS_MAX, QRIS_CRITERIA, STORY_MAX } from './merchants';

/** The business profile (A2). What may stay empty is null. */
export const profileForm = z.preprocess(
  takeCityChoice,
  z.object({
    stallName: stallNameField,
    ownerName: ownerNameField,
    phone: phoneField,
    city: cityField,
    district: districtField,
    address: textField(ADDRESS_MAX, 'address_long'),
    category: categoryField,
    story: textField(STORY_MAX, 'story_long'),
    kbli: z
      .string()
      .optional()
      .transform((typed, context) => {
        if (!typed) return null;
        const kbli = readKbli(typed);
        if (!kbli) context.addIssue({ code: 'custom', message: 'kbli_not_listed' });
        return kbli;
      }),
    womanOwned: z
      .enum(['yes', 'no', ''])
      .optional()
      .transform((typed) => typed || null),
    capital: moneyField('capital_not_a_number'),
    yearlySales: moneyField('yearly_sales_not_a_number'),
    qrisCriterion: z
      .enum([...QRIS_CRITERIA, ''])
      .optional()
      .transform((typed) => typed || null),
  }),
);
