import { z } from 'zod';
import { ORGANISATION_KINDS, ROLES } from './identity';
import { phoneField } from './phone-form';

/** The operator creates an organisation. */
export const organisationForm = z.object({
  name: z.string('organisation_name_missing').min(1, 'organisation_name_missing').max(120, 'organisation_name_long'),
  kind: z.enum(ORGANISATION_KINDS, 'organisation_kind_missing'),
  region: z
    .string()
    .regex(/^(\d{4})?$/, 'organisation_region_wrong')
    .transform((code) => code || undefined)
    .optional(),
});

/** The operator invites a person to help run the installation. */
export const inviteToHouseForm = z.object({
  phone: phoneField,
  role: z.enum(ROLES.installation, 'invite_role_missing'),
});

/** The operator invites a person into an organisation by phone. */
export const inviteForm = z.object({
  phone: phoneField,
  role: z.enum(['organiser', 'observer'], 'invite_role_missing'),
});
