import { z } from 'zod';
import { categoryField, ownerNameField } from '~/domain/merchants/form-fields';
import { parseId } from '~/shared/ids';
import { dishNameField, priceField, takePriceAnswer } from './dish-form';

/** Third screen of sign-up: who she is, what she sells, the first dish and its price. */
export const signUpMenuForm = z.preprocess(
  takePriceAnswer,
  z.object({
    ownerName: ownerNameField,
    category: categoryField,
    dishId: z
      .string()
      .optional()
      .transform((text) => parseId('dsh', text)),
    dishName: dishNameField,
    dishPrice: priceField,
  }),
);
