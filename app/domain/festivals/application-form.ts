import { z } from 'zod';
import { ANSWER_LENGTH_MAX, OUTCOMES } from './application';

interface Asked {
  id: string;
  label: string;
  kind: string;
  choices: readonly string[];
  required: string;
}

/**
 * The answers of an application, fields named by question. A draft may leave everything open;
 * what is sent must answer the required ones.
 */
export function answersForm(questions: readonly Asked[], as: 'draft' | 'sent') {
  return z.record(z.string(), z.unknown()).transform((fields, context): Record<string, string> => {
    const answers: Record<string, string> = {};
    for (const question of questions) {
      const given = fields[question.id];
      const text = typeof given === 'string' ? given : '';
      const wrong = troubleWith(question, text, as);
      const params = { question: question.label };
      if (wrong) context.addIssue({ code: 'custom', path: [question.id], message: wrong, params });
      answers[question.id] = text;
    }
    return answers;
  });
}

function troubleWith({ kind, choices, required }: Asked, text: string, as: 'draft' | 'sent'): string | null {
  if (text === '') return as === 'sent' && required === 'yes' ? 'answer_missing' : null;
  if (text.length > ANSWER_LENGTH_MAX) return 'answer_long';
  if (kind === 'number' && !/^\d{1,7}$/.test(text.replaceAll('.', ''))) return 'answer_number';
  if (kind === 'yes_no' && text !== 'yes' && text !== 'no') return 'answer_choice_missing';
  return kind === 'choice' && !choices.includes(text) ? 'answer_choice_missing' : null;
}

export const decisionForm = z
  .object({
    outcome: z.enum([...OUTCOMES, 'undecided'], { error: 'outcome_missing' }),
    reason: z.string().max(300, 'why_long').optional().default(''),
  })
  .refine(({ outcome, reason }) => outcome !== 'not_chosen' || reason !== '', {
    path: ['reason'],
    message: 'why_missing',
  });
