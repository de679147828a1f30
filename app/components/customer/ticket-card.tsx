import { Badge, type BadgeTone } from '~/components/ui/badge';
import { Button } from '~/components/ui/button';
import { Icon, type IconName } from '~/components/ui/icon';
import { Money } from '~/components/ui/money';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatRange, formatRupiah, formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { MINUTE_MS } from '~/shared/time';
import type { TicketView } from './views';

const SLOT = 10 * MINUTE_MS;

const LOOKS: Record<string, { tone: BadgeTone; icon: IconName }> = {
  awaiting_cash: { tone: 'attention', icon: 'cash' },
  placed: { tone: 'info', icon: 'clock' },
  accepted: { tone: 'info', icon: 'fire' },
  ready: { tone: 'good', icon: 'bell' },
  handed_over: { tone: 'good', icon: 'check' },
  refused: { tone: 'problem', icon: 'cross' },
  cancelled: { tone: 'plain', icon: 'cross' },
  expired: { tone: 'plain', icon: 'clock' },
  uncollected: { tone: 'plain', icon: 'clock' },
};
const ENDED = new Set(['refused', 'cancelled', 'expired', 'uncollected', 'handed_over']);

interface TicketProps {
  ticket: TicketView;
  orderId: string;
  zone: string;
  payment: string;
}

/** The part of an order that one stall cooks: its number, big; where it stands, in words; what can be done. */
export function TicketCard({ ticket, orderId, zone, payment }: TicketProps) {
  const { customer, live } = useWords();
  const words = customer.order;
  const state = words.states[ticket.state] ?? { title: ticket.state, text: '' };
  const look = LOOKS[ticket.state] ?? { tone: 'plain', icon: 'info' };
  return (
    <section
      className={`order-ticket order-ticket-${ticket.state}`}
      data-part={ticket.ticketId}
      data-state={ticket.state}
      data-news={live.order.news(state.title, ticket.pickupNumber, ticket.stall, ticket.booth)}
    >
      <div className="order-ticket-stub">
        <span className="order-ticket-number-label">{words.number}</span>
        <strong className="order-ticket-number">{ticket.pickupNumber}</strong>
        <span className="booth-plate booth-plate-inline">
          {customer.stall.boothShort} {ticket.booth}
        </span>
      </div>
      <div className="order-ticket-body">
        <div className="row-between">
          <h2>{ticket.stall}</h2>
          <Badge tone={look.tone} icon={look.icon}>
            {state.title}
          </Badge>
        </div>
        <p>{[state.text, words.reasons[ticket.endReason ?? '']].filter(Boolean).join(' ')}</p>
        <TicketTimes ticket={ticket} zone={zone} />
        <MoneyLine ticket={ticket} payment={payment} />
        <Question ticket={ticket} orderId={orderId} zone={zone} />
        <ul className="order-ticket-lines">
          {ticket.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a placed ticket never move
            <li key={index} className="row-between">
              <span>
                {line.quantity} × {[line.name, ...line.options].join(', ')}
              </span>
              <Money amount={line.total} />
            </li>
          ))}
        </ul>
        {ticket.mayCancel && !ticket.question ? <CancelForm ticket={ticket} orderId={orderId} /> : null}
      </div>
    </section>
  );
}

function TicketTimes({ ticket, zone }: { ticket: TicketView; zone: string }) {
  const { order } = useWords().customer;
  if (ENDED.has(ticket.state)) return null;
  return (
    <ul className="facts">
      {ticket.state === 'awaiting_cash' && ticket.expiresAt ? (
        <li className="fact-strong">
          <Icon name="cash" />
          {order.payBefore(formatTime(ticket.expiresAt, zone))}
        </li>
      ) : null}
      <li>
        <Icon name="clock" />
        {order.pickup} {formatRange(ticket.slotStartsAt, ticket.slotStartsAt + SLOT, zone, true)}
      </li>
      {ticket.state === 'accepted' && ticket.promisedAt ? (
        <li>
          <Icon name="fire" />
          {order.readyAround(formatTime(ticket.promisedAt, zone))}
        </li>
      ) : null}
    </ul>
  );
}

/** What became of the money where food or part of it did not come. */
function MoneyLine({ ticket, payment }: { ticket: TicketView; payment: string }) {
  const { order } = useWords().customer;
  if (payment === 'wallet' && ticket.refunded > 0)
    return <Notice tone="good">{order.moneyBack(formatRupiah(ticket.refunded))}</Notice>;
  if (payment === 'cash' && ticket.cashReturned > 0) {
    return <Notice tone="attention">{order.cashBack(formatRupiah(ticket.cashReturned))}</Notice>;
  }
  return ['refused', 'cancelled'].includes(ticket.state) ? <Notice>{order.nothingTaken}</Notice> : null;
}

function Question({ ticket, orderId, zone }: { ticket: TicketView; orderId: string; zone: string }) {
  const { order } = useWords().customer;
  const language = useLanguage();
  if (!ticket.question) return null;
  const text =
    ticket.question === 'late' && ticket.promisedAt
      ? order.askLate(formatTime(ticket.promisedAt, zone))
      : order.askSlow(ticket.stall);
  return (
    <Notice
      tone="attention"
      title={text}
      alert
      ways={
        <form action={pathTo(`/pesanan/${orderId}/jawab`, language)} method="post" className="row">
          <input type="hidden" name="bagian" value={ticket.ticketId} />
          <Button name="jawaban" value="wait">
            {order.wait}
          </Button>
          <Button name="jawaban" value="refund">
            {order.refund}
          </Button>
        </form>
      }
    />
  );
}

function CancelForm({ ticket, orderId }: { ticket: TicketView; orderId: string }) {
  const { order } = useWords().customer;
  return (
    <form action={pathTo(`/pesanan/${orderId}/batal`, useLanguage())} method="post">
      <input type="hidden" name="bagian" value={ticket.ticketId} />
      <Button variant="danger">{order.cancel}</Button>
    </form>
  );
}
