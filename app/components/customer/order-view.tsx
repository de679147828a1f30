import type { ReactNode } from 'react';
import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
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
      <LiveOrder orderId={order.orderId}>
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
        <OrderTotal order={order} />
      </LiveOrder>
    </PublicPage>
  );
}

/** What app/enhance/live-order.ts keeps true; the same page without JavaScript. */
function LiveOrder({ orderId, children }: { orderId: string; children: ReactNode }) {
  const { live } = useWords();
  const stream = pathTo(`/pesanan/${orderId}/langsung`, useLanguage());
  return (
    <live-order class="stack" data-stream={stream} data-gone={live.gone} data-back={live.back}>
      <p className="sr-only" role="status" data-said="" />
      <p className="live-connection" role="status" data-connection="" />
      <div className="row">
        <Button type="button" icon="bell" hidden aria-pressed="false" data-sound="">
          {live.order.sound}
        </Button>
      </div>
      {children}
    </live-order>
  );
}

function OrderTotal({ order }: { order: OrderView }) {
  const words = useWords().customer.order;
  const language = useLanguage();
  const { festival } = order;
  return (
    <div data-part="total">
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
  );
}
