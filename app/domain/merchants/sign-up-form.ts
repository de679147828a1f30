import { z } from 'zod';
import { cityField, stallNameField, takeCityChoice } from './form-fields';

/** Second screen of sign-up: may we show it, its name, its city. */
export const signUpBusinessForm = z.preprocess(
  takeCityChoice,
  z.object({
    stallName: stallNameField,
    city: cityField,
    consent: z.enum(['yes', 'no'], 'consent_missing'),
  }),
);
