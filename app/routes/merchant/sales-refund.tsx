import { MerchantPage } from '~/components/layout/merchant-page';
import { SlipTickets } from '~/components/stall/slip-tickets';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { refundForm } from '~/domain/orders/board-form';
import { readSlip } from '~/domain/orders/read-slip.server';
import { refundTicket } from '~/domain/orders/refund-ticket.server';
import { readStallOwner } from '~/domain/stalls/read-stall-owner.server';
import { useLanguage, useWords } from '~/i18n';
import { type MerchantId, newSecretId } from '~/shared/ids';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app } = await requireRight(args, 'merchant.money', merchantId);
  const owner = await readStallOwner(app.db, args.params.participationId);
  if (owner?.merchantId !== merchantId) throw answerNotFound();
  const slip = await readSlip(app.db, { participationId: owner.participationId, day: args.params.day ?? '' });
  if (!slip) throw answerNotFound();
  return { slip, merchantId, participationId: owner.participationId, refundId: newSecretId('rfd') };
}

/** Gives back part or all of one sale. */
export async function action(args: ActionFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, person, language, now } = await requireRight(args, 'merchant.money', merchantId);
  const owner = await readStallOwner(app.db, args.params.participationId);
  if (owner?.merchantId !== merchantId) throw answerNotFound();
  const form = await parseForm(args.request, refundForm);
  if (!form.ok) return formResponse(form);
  const { pesanan: ticketId, kunci: refundId, jumlah: amount } = form.value;
  if (!ticketId) throw answerNotFound();
  const door = { festivalId: owner.festivalId, participationId: owner.participationId, ticketId };
  const done = await app.inTransaction((tx) =>
    refundTicket(tx, { door, refundId, amount, byPersonId: person.id, now }),
  );
  if (!done.ok) return refusalResponse(done.refusal, language, { typed: form.typed });
  const cash = done.value.payment === 'cash' ? '&tunai=ya' : '';
  const base = `/usaha/${merchantId}/penjualan/${owner.participationId}/${args.params.day}`;
  return redirectTo(`${base}?kembali=${amount}${cash}`, language);
}

/** Only seen when the amount was wrong. */
export default function SalesRefund() {
  const { slip, merchantId, participationId, refundId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords().orders;
  const sales = pathTo(`/usaha/${merchantId}/penjualan`, useLanguage());
  const base = `${sales}/${participationId}/${slip.day}`;
  const wrong = answer ? { ticketId: answer.typed.pesanan ?? '', errors: answer.errors, typed: answer.typed } : null;
  return (
    <MerchantPage
      title={words.refund}
      back={{ href: base, label: words.slipTitle }}
      merchant={{ id: merchantId, name: slip.stall }}
      current="sales"
    >
      <RefusalNotice refusal={answer?.refusal} />
      <SlipTickets slip={slip} base={base} refundId={refundId} wrong={wrong} />
    </MerchantPage>
  );
}
