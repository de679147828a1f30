import { z } from 'zod';
import { phoneField } from './phone-form';

/** An owner invites somebody into her business by phone. */
export const teamInviteForm = z.object({
  phone: phoneField,
  role: z.enum(['manager', 'cashier'], 'invite_role_missing'),
});

/** An owner makes a phone that stays at the stall. */
export const stallPhoneForm = z.object({
  name: z.string('cashier_name_missing').min(1, 'cashier_name_missing').max(60, 'cashier_name_long'),
});
