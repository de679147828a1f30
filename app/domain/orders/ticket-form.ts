import { z } from 'zod';
import { parseId, type TicketId } from '~/shared/ids';

/** What a customer does with one part of her order. */

const ticketId = z.string('field_missing').transform((text, ctx): TicketId => {
  const id = parseId('tkt', text);
  if (id) return id;
  ctx.addIssue({ code: 'custom', message: 'field_wrong' });
  return z.NEVER;
});

export const cancelForm = z.object({ bagian: ticketId });

export const answerForm = z.object({ bagian: ticketId, jawaban: z.enum(['wait', 'refund'], 'wait_answer_missing') });
