import { readRequest } from '~/domain/privacy/read-requests.server';
import { withdrawRequest } from '~/domain/privacy/withdraw-request.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Takes her own request back while it can be. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'signed_in');
  const requestId = parseId('prq', args.params.requestId);
  const own = requestId && (await readRequest(app.db, { requestId, personId: person.id }));
  if (!own) throw answerNotFound();
  const done = await app.inTransaction((tx) => withdrawRequest(tx, { requestId, personId: person.id, now }));
  return redirectTo(done.ok ? '/privasi#permintaan' : `/privasi?kabar=${done.refusal.code}`, language);
}
