import type { OfficerAct } from '~/domain/privacy/take-request.server';
import type { Tx } from '~/platform/app-context';
import { parseId } from '~/shared/ids';
import type { Result } from '~/shared/result';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { type PageArgs, requireRight } from '~/web/rights.server';

/** One act of the officer without a form of its own; the request's page shows what became of it, hindrances too. */
export async function moveAndShow(
  args: PageArgs,
  act: (tx: Tx, officer: OfficerAct) => Promise<Result<unknown, { code: string }>>,
): Promise<Response> {
  const { app, person, language, now } = await requireRight(args, 'operator');
  const requestId = parseId('prq', args.params.requestId);
  if (!requestId) throw answerNotFound();
  const done = await app.inTransaction((tx) => act(tx, { requestId, by: person.id, now }));
  const told = done.ok ? '' : `?kabar=${done.refusal.code}`;
  return redirectTo(`/operator/privasi/${requestId}${told}`, language);
}
