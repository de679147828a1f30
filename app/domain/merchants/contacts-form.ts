import { z } from 'zod';
import { phoneField } from '~/domain/identity/phone-form';
import { parseId } from '~/shared/ids';

/** Who receives complaints, and the number for an emergency. */
export const contactsForm = z.object({
  complaints: z.string('complaints_person_missing').transform((text, context) => {
    const person = parseId('psn', text);
    if (person) return person;
    context.addIssue({ code: 'custom', message: 'complaints_person_missing' });
    return z.NEVER;
  }),
  emergency: phoneField,
});
