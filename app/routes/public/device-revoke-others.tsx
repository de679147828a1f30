import { revokeOtherSessions } from '~/domain/identity/revoke-session.server';
import { redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Signs every other device of the person out. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, visitor, language, now } = await requireRight(args, 'signed_in');
  await app.inTransaction((tx) => revokeOtherSessions(tx, { keep: visitor.id, personId: person.id, now }));
  return redirectTo('/perangkat', language);
}
