import { z } from 'zod';
import { newId, parseId } from '~/shared/ids';

/** A whole quiz: the attempt's id, made on the page, and `q_<question>` for each answer. */
export const quizForm = z.record(z.string(), z.unknown()).transform((fields) => ({
  attempt: parseId('att', fields.attempt) ?? newId('att'),
  choices: Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('q_') && typeof value === 'string' ? [[name.slice(2), value]] : [],
    ),
  ),
}));
