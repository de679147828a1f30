import { answerAsked } from '~/domain/orders/answer-asked.server';
import { answerForm } from '~/domain/orders/ticket-form';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requireRight(args, 'public');
  return redirectTo(`/pesanan/${args.params.orderId}`, language);
}

/** Wait, or money back, when a stall needs longer. */
export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const orderId = parseId('ord', args.params.orderId);
  const form = await parseForm(args.request, answerForm);
  if (!orderId || !form.ok) throw answerNotFound();
  const { bagian: ticketId, jawaban: answer } = form.value;
  const done = await app.inTransaction((tx) => answerAsked(tx, { orderId, ticketId, answer, now }));
  return redirectTo(done.ok ? `/pesanan/${orderId}` : `/pesanan/${orderId}?keadaan=berubah`, language);
}
