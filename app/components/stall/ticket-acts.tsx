import type { ReactNode } from 'react';
import { Button } from '~/components/ui/button';
import { ACCEPT_MINUTES, REFUSAL_REASONS, type TicketState } from '~/domain/orders/orders';
import type { BoardTicket } from '~/domain/orders/read-board.server';
import { useWords } from '~/i18n';
import { formatRupiah } from '~/i18n/format';

interface ActsProps {
  ticket: BoardTicket;
  base: string;
}

/** The next step of a ticket as one large button (three for accepting); refusing stands behind a fold. */
export function TicketActs({ ticket, base }: ActsProps) {
  const words = useWords().stalls;
  const { pickupNumber: number, state } = ticket;
  if (state === 'awaiting_cash') {
    return (
      <Act ticket={ticket} base={base} step="lunas" becomes="placed">
        <Button variant="primary" icon="cash" wide>
          {words.takeCash(formatRupiah(ticket.total))}
        </Button>
      </Act>
    );
  }
  if (state === 'ready') {
    return (
      <Act ticket={ticket} base={base} step="serahkan" becomes="handed_over">
        <Button variant="primary" icon="check" wide aria-label={words.handOverLabel(number)}>
          {words.handOver}
        </Button>
      </Act>
    );
  }
  return (
    <>
      {state === 'placed' ? <AcceptForm ticket={ticket} base={base} /> : null}
      {state === 'accepted' ? (
        <Act ticket={ticket} base={base} step="siap" becomes="ready">
          <Button variant="primary" icon="bell" wide aria-label={words.readyLabel(number)}>
            {words.ready}
          </Button>
        </Act>
      ) : null}
      <RefuseFold ticket={ticket} base={base} />
    </>
  );
}

/** A form of one ticket: its script keeps the tap on the phone and shows what becomes of the ticket at once. */
function Act({
  ticket,
  base,
  step,
  becomes,
  children,
}: ActsProps & { step: string; becomes: TicketState; children: ReactNode }) {
  const words = useWords().stalls;
  return (
    <form
      method="post"
      action={`${base}/bon/${ticket.id}/${step}`}
      className="bon-act"
      data-tap
      data-ticket={ticket.id}
      data-becomes={becomes}
      data-label={words.ticketNumber(ticket.pickupNumber)}
    >
      {children}
    </form>
  );
}

function AcceptForm({ ticket, base }: ActsProps) {
  const words = useWords().stalls;
  return (
    <Act ticket={ticket} base={base} step="terima" becomes="accepted">
      <p className="bon-act-lead">
        {words.acceptLead} ({words.minutesUnit})
      </p>
      <div className="bon-accept">
        {ACCEPT_MINUTES.map((minutes) => (
          <Button
            key={minutes}
            variant="primary"
            name="menit"
            value={minutes}
            aria-label={words.acceptLabel(ticket.pickupNumber, minutes)}
          >
            {words.accept(minutes)}
          </Button>
        ))}
      </div>
    </Act>
  );
}

function RefuseFold({ ticket, base }: ActsProps) {
  const words = useWords().stalls;
  return (
    <details className="bon-refuse" id={`tolak-${ticket.pickupNumber}`}>
      <summary>{words.refuse}</summary>
      <Act ticket={ticket} base={base} step="tolak" becomes="refused">
        <p>{words.refuseLead}</p>
        <div className="bon-reasons">
          {REFUSAL_REASONS.map((reason) => (
            <Button key={reason} variant={reason === 'sold_out' ? 'danger' : 'secondary'} name="alasan" value={reason}>
              {words.reasons[reason]}
            </Button>
          ))}
        </div>
      </Act>
    </details>
  );
}
