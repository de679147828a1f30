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
export function OrderPage({ order, moved, pushKey }: { order: OrderView; moved: boolean; pushKey: string | null }) {
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
      <LiveOrder orderId={order.orderId} pushKey={pushKey}>
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
function LiveOrder({ orderId, pushKey, children }: { orderId: string; pushKey: string | null; children: ReactNode }) {
  const { live } = useWords();
  const here = pathTo(`/pesanan/${orderId}`, useLanguage());
  return (
    <live-order class="stack" data-stream={`${here}/langsung`} data-gone={live.gone} data-back={live.back}>
      <p className="sr-only" role="status" data-said="" />
      <p className="live-connection" role="status" data-connection="" />
      <div className="row">
        <Button type="button" icon="bell" hidden aria-pressed="false" data-sound="">
          {live.order.sound}
        </Button>
        {pushKey ? (
          <push-offer
            data-key={pushKey}
            data-address={`${here}/kabar`}
            data-kept={live.push.kept}
            data-denied={live.push.denied}
            data-failed={live.push.failed}
          >
            <Button type="button" icon="phone" hidden>
              {live.push.offer}
            </Button>
            <span role="status" />
          </push-offer>
        ) : null}
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
