import { z } from 'zod';
import { cityField, stallNameField, takeCityChoice } from './form-fields';

/** Second screen of sign-up: may we show it, its name, its city. */
export const signUpBusinessForm = z.preprocess(
  takeCityChoice,
  z.object({
    consent: z.enum(['yes', 'no'], 'consent_missing'),
    stallName: stallNameField,
    city: cityField,
  }),
);
