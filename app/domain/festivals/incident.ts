import { z } from 'zod';
import { type ParticipationId, parseId } from '~/shared/ids';

/** Words and forms of the control room: incidents and notices. Client-safe. */

/** What went wrong; what needs a hand at once stands first. */
export const INCIDENT_KINDS = ['injury', 'fire', 'food', 'power', 'crowd', 'weather', 'other'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_SEVERITIES = ['low', 'serious', 'danger'] as const;
export type IncidentSeverity = (typeof INCIDENT_SEVERITIES)[number];

export const INCIDENT_TEXT_MAX = 200;
/** A message of at most 300 letters keeps room for the festival's and the stall's names. */
export const NOTICE_TEXT_MAX = 140;

/** One line, as a message template takes it. */
const line = (text: string) => text.replace(/\s+/g, ' ').trim();

/** `all` = not at one booth, or every stall. */
const booth = z.string({ error: 'booth_choose' }).transform((text, context): ParticipationId | null => {
  if (text === 'all') return null;
  const id = parseId('par', text);
  if (id) return id;
  context.addIssue({ code: 'custom', message: 'booth_choose' });
  return z.NEVER;
});

export const incidentForm = z.object({
  kind: z.enum(INCIDENT_KINDS, { error: 'incident_kind_choose' }),
  booth,
  severity: z.enum(INCIDENT_SEVERITIES, { error: 'incident_severity_choose' }),
  text: z.string().transform(line).pipe(z.string().max(INCIDENT_TEXT_MAX, 'incident_text_long')).optional().default(''),
});

export const noticeForm = z.object({
  /** Made on the form's page, so that a double tap is one notice. */
  key: z.string({ error: 'field_missing' }).regex(/^[0-9a-z_]{10,40}$/, 'field_wrong'),
  booth,
  text: z
    .string({ error: 'notice_missing' })
    .transform(line)
    .pipe(z.string().min(1, 'notice_missing').max(NOTICE_TEXT_MAX, 'notice_long')),
});
