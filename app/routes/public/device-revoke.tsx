import { revokeSession } from '~/domain/identity/revoke-session.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Signs one device of the person out. One that has gone already is as good. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const sessionId = parseId('ses', args.params.sessionId);
  if (!sessionId) throw answerNotFound();
  const revoked = await app.inTransaction((tx) => revokeSession(tx, { sessionId, personId: person.id, now }));
  if (!revoked.ok) throw answerNotFound();
  return redirectTo('/perangkat', language);
}
