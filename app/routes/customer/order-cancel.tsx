import { cancelTicket } from '~/domain/orders/cancel-ticket.server';
import { cancelForm } from '~/domain/orders/ticket-form';
import { parseId } from '~/shared/ids';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requireRight(args, 'public');
  return redirectTo(`/pesanan/${args.params.orderId}`, language);
}

/** The customer takes one part back before its stall accepted it. Too late: her page says what it is now. */
export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const orderId = parseId('ord', args.params.orderId);
  const form = await parseForm(args.request, cancelForm);
  if (!orderId || !form.ok) throw answerNotFound();
  const done = await app.inTransaction((tx) => cancelTicket(tx, { orderId, ticketId: form.value.bagian, now }));
  return redirectTo(done.ok ? `/pesanan/${orderId}` : `/pesanan/${orderId}?keadaan=berubah`, language);
}
