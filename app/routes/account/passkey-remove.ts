import { removePasskey } from '~/domain/identity/end-passkey.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes one of her passkeys away. Another's, or one that has gone, is not there. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, visitor, language, now } = await requireRight(args, 'signed_in');
  const passkeyId = parseId('pky', args.params.passkeyId);
  if (!passkeyId) throw answerNotFound();
  const mine = { passkeyId, personId: person.id, keep: visitor.id, now };
  const removed = await app.inTransaction((tx) => removePasskey(tx, mine));
  if (!removed.ok) throw answerNotFound();
  return redirectTo('/akun', language);
}
