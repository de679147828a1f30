import type { BoardTicket } from '~/domain/orders/read-board.server';
import { SLOT_MILLISECONDS } from '~/domain/stalls/stalls';
import { useWords } from '~/i18n';
import { formatClock, formatRange } from '~/i18n/format';
import { TicketLines } from './ticket-card';

/** "Bon dapur": what hangs above the stove, for an 80 mm roll. */
export function KitchenTicket({ ticket, stall, zone }: { ticket: BoardTicket; stall: string; zone: string }) {
  const words = useWords().stalls;
  const range = formatRange(ticket.slotStartsAt, ticket.slotStartsAt + SLOT_MILLISECONDS, zone, true);
  return (
    <article className="kitchen-ticket">
      <p>{stall}</p>
      <h1 className="kitchen-number">
        <span className="sr-only">{words.kitchenTitle(ticket.pickupNumber)}</span>
        <span aria-hidden="true">{ticket.pickupNumber}</span>
      </h1>
      <p className="kitchen-slot">{words.slot(range)}</p>
      <TicketLines lines={ticket.lines} />
      <p>
        {ticket.source === 'counter' ? words.counter : ticket.payment === 'cash' ? words.cash : words.wallet} ·{' '}
        {words.code(ticket.shortCode)}
      </p>
      {ticket.paper ? <p className="kitchen-slot">{paperWords(ticket.paper, zone, words)}</p> : null}
    </article>
  );
}

/** The number that the customer holds instead of ours. */
function paperWords(
  { number, soldAt }: NonNullable<BoardTicket['paper']>,
  zone: string,
  words: ReturnType<typeof useWords>['stalls'],
): string {
  return soldAt === null ? words.paper(number) : words.paperSold(number, formatClock(soldAt, zone));
}
