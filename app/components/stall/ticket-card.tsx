import { Badge } from '~/components/ui/badge';
import { Icon } from '~/components/ui/icon';
import type { TicketState } from '~/domain/orders/orders';
import type { BoardTicket } from '~/domain/orders/read-board.server';
import { SLOT_MILLISECONDS } from '~/domain/stalls/stalls';
import { useWords } from '~/i18n';
import { formatClock, formatOption, formatRange } from '~/i18n/format';
import { TicketActs } from './ticket-acts';

export interface TicketCardProps {
  ticket: BoardTicket;
  zone: string;
  /** Address of the board; acts stand below it. */
  base: string;
  now: number;
}

/** One order on the board: its number readable at arm's length, what to cook, and the one button that is next. */
export function TicketCard({ ticket, zone, base, now }: TicketCardProps) {
  const words = useWords().stalls;
  const { pickupNumber, slotStartsAt, state } = ticket;
  return (
    <li
      id={`bon-${pickupNumber}`}
      className={`bon bon-${state}`}
      data-ticket={pickupNumber}
      data-ticket-id={ticket.id}
      data-state={state}
    >
      <div className="bon-head">
        <h3 className="bon-number" tabIndex={-1}>
          <span className="sr-only">{words.boardTitle} </span>
          {pickupNumber}
        </h3>
        <div className="bon-facts">
          <p className="bon-slot">{words.slot(formatRange(slotStartsAt, slotStartsAt + SLOT_MILLISECONDS, zone))}</p>
          <p className="bon-note">{timeNote(ticket, zone, now, words)}</p>
          <div className="bon-paid">
            <PaidBadge ticket={ticket} />
            <a className="bon-print" href={`${base}/bon/${ticket.id}`} aria-label={`${words.print} ${pickupNumber}`}>
              <Icon name="print" />
            </a>
          </div>
        </div>
      </div>
      <TicketLines lines={ticket.lines} />
      {ticket.asks === 'yes' ? <p className="bon-asks">{words.asks}</p> : null}
      <p className="bon-unsent" data-unsent-note hidden />
      <div data-acts>
        <TicketActs ticket={ticket} base={base} />
      </div>
      {LATER[state]?.map((later) => (
        <template key={later} data-acts-of={later}>
          <ActsLater ticket={{ ...ticket, state: later }} base={base} />
        </template>
      ))}
    </li>
  );
}

/** What the stall's own buttons can make of a ticket: laid beside it for a phone that taps without internet. */
const LATER: Partial<Record<TicketState, readonly TicketState[]>> = {
  awaiting_cash: ['placed', 'accepted', 'ready', 'handed_over', 'refused'],
  placed: ['accepted', 'ready', 'handed_over', 'refused'],
  accepted: ['ready', 'handed_over', 'refused'],
  ready: ['handed_over'],
};

function ActsLater({ ticket, base }: { ticket: BoardTicket; base: string }) {
  const words = useWords().stalls;
  if (ticket.state === 'handed_over') return <p className="bon-end">{words.ended.handed_over}</p>;
  if (ticket.state === 'refused') {
    const isCash = ticket.payment === 'cash';
    return (
      <p className="bon-end">{isCash ? words.news.refused_cash(String(ticket.pickupNumber)) : words.ended.refused}</p>
    );
  }
  return <TicketActs ticket={ticket} base={base} />;
}

function timeNote(
  ticket: BoardTicket,
  zone: string,
  now: number,
  words: ReturnType<typeof useWords>['stalls'],
): string {
  const minutesSince = (at: number) => Math.max(0, Math.floor((now - at) / 60_000));
  if (ticket.state === 'awaiting_cash' && ticket.expiresAt !== null)
    return words.payUntil(formatClock(ticket.expiresAt, zone));
  if (ticket.state === 'accepted' && ticket.promisedAt !== null)
    return words.promised(formatClock(ticket.promisedAt, zone));
  if (ticket.state === 'ready' && ticket.readyAt !== null) return words.readySince(minutesSince(ticket.readyAt));
  return `${words.waiting(minutesSince(ticket.placedAt))} · ${words.cook(Math.ceil(ticket.makeSeconds / 60))}`;
}

function PaidBadge({ ticket }: { ticket: BoardTicket }) {
  const words = useWords().stalls;
  if (ticket.state === 'awaiting_cash')
    return (
      <Badge tone="attention" icon="cash">
        {words.cash}
      </Badge>
    );
  if (ticket.source === 'counter')
    return (
      <>
        <Badge tone="info" icon="stall">
          {words.counter}
        </Badge>
        {ticket.paper ? <span className="bon-paper">{words.paper(ticket.paper.number)}</span> : null}
      </>
    );
  if (ticket.payment === 'cash')
    return (
      <Badge tone="good" icon="cash">
        {words.cashPaid}
      </Badge>
    );
  return (
    <Badge tone="good" icon="wallet">
      {words.wallet}
    </Badge>
  );
}

/** What to cook: quantity first, options below their dish. */
export function TicketLines({ lines }: { lines: BoardTicket['lines'] }) {
  return (
    <ul className="bon-lines">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order
        <li key={index}>
          <span className="bon-quantity">{line.quantity}×</span>
          <span>
            {line.dish}
            {line.options.length > 0 ? (
              <span className="bon-options">{line.options.map((option) => formatOption(option.name)).join(', ')}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
