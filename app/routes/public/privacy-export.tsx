import { askRequest } from '~/domain/privacy/ask-request.server';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Asks for a copy of all her data; the worker makes it. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  await app.inTransaction((tx) => askRequest(tx, { personId: person.id, kind: 'export', now }));
  return redirectTo('/privasi#permintaan', language);
}
