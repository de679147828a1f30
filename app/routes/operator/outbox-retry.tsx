import { retryStuck } from '~/platform/outbox-queue.server';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now } = await requireRight(args, 'operator');
  const id = parseId('out', args.params.outboxId);
  if (!id) throw answerNotFound();
  const done = await app.inTransaction((tx) => retryStuck(tx, { id, by: person.id, now }));
  return redirectTo(done.ok ? '/operator/outbox' : `/operator/outbox?kabar=${done.refusal.code}`, language);
}
