import { Badge } from '~/components/ui/badge';
import { EmptyState } from '~/components/ui/empty-state';
import type { TicketState } from '~/domain/orders/orders';
import type { Board, BoardTicket } from '~/domain/orders/read-board.server';
import { useWords } from '~/i18n';
import { formatClock } from '~/i18n/format';
import { TicketCard } from './ticket-card';

const SECTIONS = ['placed', 'accepted', 'ready', 'awaiting_cash'] as const;

/** All open tickets by what is next to do, then the last that ended. Replaced as a whole when something moved. */
export function BoardQueue({ board, base, now }: { board: Board; base: string; now: number }) {
  const words = useWords().stalls;
  if (board.tickets.length === 0 && board.ended.length === 0) return <EmptyState text={words.nothing} seed={base} />;
  return (
    <>
      <div className="board-columns">
        {SECTIONS.map((state) => {
          const tickets = board.tickets.filter((ticket) => ticket.state === state);
          if (tickets.length === 0 && state === 'awaiting_cash') return null;
          return (
            <section key={state} className={`board-column board-column-${state}`} aria-labelledby={`bagian-${state}`}>
              <h2 id={`bagian-${state}`}>
                {words.sections[state]} <span className="board-count">{tickets.length}</span>
              </h2>
              {tickets.length === 0 ? <p className="board-none">{words.sectionEmpty[state as 'placed']}</p> : null}
              <ul className="bons">
                {tickets.map((ticket) => (
                  <TicketCard key={ticket.id} ticket={ticket} zone={board.zone} base={base} now={now} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {board.ended.length > 0 ? <EndedTickets tickets={board.ended} zone={board.zone} /> : null}
    </>
  );
}

type Ended = Extract<TicketState, 'handed_over' | 'refused' | 'cancelled' | 'expired' | 'uncollected'>;

function EndedTickets({ tickets, zone }: { tickets: readonly BoardTicket[]; zone: string }) {
  const words = useWords().stalls;
  return (
    <section className="board-ended" aria-labelledby="bagian-selesai">
      <h2 id="bagian-selesai">{words.sections.ended}</h2>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id} data-ticket={ticket.pickupNumber} data-ticket-id={ticket.id} data-state={ticket.state}>
            <strong>{ticket.pickupNumber}</strong>
            <span>
              {ticket.lines.map((line) => `${line.quantity}× ${line.dish}`).join(', ')}
              {ticket.paper ? ` (${words.paper(ticket.paper.number)})` : ''}
            </span>
            <Badge tone={ticket.state === 'handed_over' ? 'good' : 'plain'}>{words.ended[ticket.state as Ended]}</Badge>
            <span className="bon-note">{ticket.endedAt === null ? '' : formatClock(ticket.endedAt, zone)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
