import type { OfficerAct } from '~/domain/privacy/take-request.server';
import type { Tx } from '~/platform/app-context';
import { parseId } from '~/shared/ids';
import type { Result } from '~/shared/result';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { keepingTyped } from '~/web/kept-form.server';
import { type PageArgs, requireRight } from '~/web/rights.server';

/** The officer who asks, and the request of the address. */
export async function requireOfficer(args: PageArgs) {
  const asked = await requireRight(args, 'operator').catch(keepingTyped(args));
  const requestId = parseId('prq', args.params.requestId);
  if (!requestId) throw answerNotFound();
  const officer: OfficerAct = { requestId, by: asked.person.id, now: asked.now };
  return { ...asked, officer };
}

/** One act of the officer without a form of its own; the request's page shows what became of it, hindrances too. */
export async function moveAndShow(
  args: PageArgs,
  act: (tx: Tx, officer: OfficerAct) => Promise<Result<unknown, { code: string }>>,
): Promise<Response> {
  const { app, language, officer } = await requireOfficer(args);
  const done = await app.inTransaction((tx) => act(tx, officer));
  const told = done.ok ? '' : `?kabar=${done.refusal.code}`;
  return redirectTo(`/operator/privasi/${officer.requestId}${told}`, language);
}
