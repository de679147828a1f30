import { keepPush } from '~/domain/orders/keep-push.server';
import { pushForm } from '~/domain/orders/push-form';
import { refusalAnswer } from '~/i18n/refusals';
import { parseId } from '~/shared/ids';
import { answerNotFound } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** Keeps a browser that wants to be told; called by the push-offer element. The order's address is what entitles. */
export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const orderId = parseId('ord', args.params.orderId);
  if (!orderId || !app.config.push) throw answerNotFound();
  const form = await parseForm(args.request, pushForm);
  const headers = { 'Cache-Control': 'no-store' };
  if (!form.ok) return Response.json({ errors: form.errors }, { status: 422, headers });
  const kept = await app.inTransaction((tx) => keepPush(tx, { orderId, ...form.value, language, now }));
  if (kept.ok) return Response.json({ kept: 'yes' }, { headers });
  const { status, text } = refusalAnswer(kept.refusal, language);
  return Response.json({ kept: 'no', text }, { status, headers });
}
