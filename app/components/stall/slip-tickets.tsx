import { Button } from '~/components/ui/button';
import { DataTable } from '~/components/ui/data-table';
import { Form } from '~/components/ui/form';
import { Money } from '~/components/ui/money';
import { NumberField } from '~/components/ui/number-field';
import type { Slip, SlipTicket } from '~/domain/orders/read-slip.server';
import { useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatNumber, formatRupiah } from '~/i18n/format';

export interface SlipTicketsProps {
  slip: Slip;
  base: string;
  /** One refund a page shown: a double tap is the same refund. */
  refundId: string;
  wrong: { ticketId: string; errors: FieldErrors; typed: Record<string, string> } | null;
}

/** Every sale of the day with its commission; money can be given back here, all or part. */
export function SlipTickets({ slip, base, refundId, wrong }: SlipTicketsProps) {
  const words = useWords().orders;
  return (
    <DataTable
      caption={words.ticketsTitle}
      rows={slip.tickets}
      rowKey={(ticket) => ticket.id}
      columns={[
        { key: 'number', header: words.number, kind: 'title', cell: (ticket) => ticket.pickupNumber },
        { key: 'what', header: words.what, cell: (ticket) => <What ticket={ticket} /> },
        { key: 'paid', header: words.paidBy, cell: (ticket) => words.soldBy[ticket.payment] },
        {
          key: 'commission',
          header: words.commission,
          kind: 'number',
          cell: (ticket) => <Money amount={ticket.commission} />,
        },
        { key: 'amount', header: words.amount, kind: 'number', cell: (ticket) => <Money amount={ticket.total} /> },
        {
          key: 'refund',
          header: words.refundColumn,
          cell: (ticket) => (
            <RefundFold
              ticket={ticket}
              base={base}
              refundId={refundId}
              wrong={wrong?.ticketId === ticket.id ? wrong : null}
            />
          ),
        },
      ]}
    />
  );
}

function What({ ticket }: { ticket: SlipTicket }) {
  const words = useWords().orders;
  return (
    <>
      {ticket.lines.map((line) => `${line.quantity}× ${line.dish}`).join(', ')}
      {ticket.state === 'uncollected' ? ` (${words.uncollected})` : ''}
      {ticket.paper ? <span className="slip-note">{words.paper(ticket.paper)}</span> : null}
      {ticket.refunded > 0 ? <span className="slip-note">{words.refunded(formatRupiah(ticket.refunded))}</span> : null}
    </>
  );
}

function RefundFold({
  ticket,
  base,
  refundId,
  wrong,
}: {
  ticket: SlipTicket;
  base: string;
  refundId: string;
  wrong: SlipTicketsProps['wrong'];
}) {
  const words = useWords().orders;
  const left = ticket.total - ticket.refunded;
  if (left <= 0) return <span className="slip-note">{words.refunded(formatRupiah(ticket.refunded))}</span>;
  return (
    <details className="slip-refund no-print" open={wrong !== null}>
      <summary>{words.refund}</summary>
      <Form action={`${base}/kembali`} errors={wrong?.errors} typed={wrong?.typed} summary={false}>
        <input type="hidden" name="pesanan" value={ticket.id} />
        <input type="hidden" name="kunci" value={refundId} />
        <p>{words.refundLead(formatRupiah(left))}</p>
        <NumberField
          id={`jumlah-${ticket.id}`}
          name="jumlah"
          label={words.refundAmount}
          prefix="Rp"
          value={formatNumber(left)}
        />
        <Button variant="danger">{words.refundSend}</Button>
      </Form>
    </details>
  );
}
