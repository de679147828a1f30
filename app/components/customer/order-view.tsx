import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Icon } from '~/components/ui/icon';
import { Money } from '~/components/ui/money';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { formatDate, formatTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { TicketCard } from './ticket-card';
import type { OrderView } from './views';

/** Where an order stands, a stall at a time. */
export function OrderPage({ order, moved }: { order: OrderView; moved: boolean }) {
  const { common, customer } = useWords();
  const language = useLanguage();
  const words = customer.order;
  const { festival } = order;
  return (
    <PublicPage
      title={words.title(order.shortCode)}
      lead={words.lead(festival.name, formatDate(order.day, festival.zone, 'long', language))}
      actions={
        <ButtonLink icon="refresh" href={pathTo(`/pesanan/${order.orderId}`, language)}>
          {common.refresh}
        </ButtonLink>
      }
    >
      <div className="stack">
        {moved ? (
          <Notice tone="attention" alert>
            {words.moved}
          </Notice>
        ) : null}
        {order.tickets.map((ticket) => (
          <TicketCard
            key={ticket.ticketId}
            ticket={ticket}
            orderId={order.orderId}
            zone={festival.zone}
            payment={order.payment}
          />
        ))}
        <Card className="stack-tight">
          <p className="row-between summary-total">
            <span>{words.payTotal}</span>
            <Money amount={order.total} strong />
          </p>
          <p>{order.payment === 'wallet' ? words.paidByWallet : words.paidByCash}</p>
          <p className="held soft">
            <Icon name="lock" />
            <span>
              {words.keep} {words.refreshHint(formatTime(order.readAt, festival.zone))}
            </span>
          </p>
          <ButtonLink variant="quiet" href={pathTo(`/festival/${festival.slug}`, language)}>
            {words.orderAgain}
          </ButtonLink>
        </Card>
      </div>
    </PublicPage>
  );
}
