import { askRestriction } from '~/domain/privacy/ask-restriction.server';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Restricts what is done with her data, at once. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  await app.inTransaction((tx) => askRestriction(tx, { personId: person.id, now }));
  return redirectTo('/privasi#permintaan', language);
}
