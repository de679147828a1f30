import type { z } from 'zod';
import type { AppContext, Tx } from '~/platform/app-context';
import type { Language } from '~/shared/language';
import type { Result } from '~/shared/result';
import { formResponse, redirectTo, refusalResponse } from './answer.server';
import { parseForm } from './form.server';
import { keptFormDone } from './kept-form.server';
import type { PageArgs } from './rights.server';

/**
 * An action of one form and one verb, the right asked before. A wrong field or a refusal shows the page again with
 * what was typed; done, it leads to `to`, which may name what was made, and what was kept of the form is forgotten.
 */
export async function saveForm<Schema extends z.ZodType, Value>(
  args: PageArgs,
  { app, language }: { app: AppContext; language: Language },
  {
    schema,
    save,
    to,
  }: {
    schema: Schema;
    save: (tx: Tx, value: z.output<Schema>) => Promise<Result<Value, { code: string }>>;
    to: string | ((value: Value) => string);
  },
) {
  const form = await parseForm(args.request, schema);
  if (!form.ok) return formResponse(form);
  const done = await app.inTransaction((tx) => save(tx, form.value));
  if (!done.ok) return refusalResponse(done.refusal, language, { typed: form.typed });
  return redirectTo(typeof to === 'string' ? to : to(done.value), language, keptFormDone(args));
}
