import { PublicPage } from '~/components/layout/public-page';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { EmptyState } from '~/components/ui/empty-state';
import { Money } from '~/components/ui/money';
import { Notice } from '~/components/ui/notice';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { BasketStall, HeldUntil } from './basket-stall';
import { PickupTimes } from './pickup-times';
import type { BasketView } from './views';

export interface OwnOrder {
  orderId: string;
  shortCode: string;
  festival: string;
}

export interface BasketPageProps {
  basket: BasketView | null;
  ownOrders: OwnOrder[];
  /** Why the last change was not taken, in words. */
  refusal: string | null;
}

/** The basket across stalls: what, how much, when, and what has to be answered before paying. */
export function BasketPage({ basket, ownOrders, refusal }: BasketPageProps) {
  const { customer } = useWords();
  const language = useLanguage();
  const words = customer.basket;
  return (
    <PublicPage
      title={words.title}
      width="wide"
      back={
        basket
          ? { href: pathTo(`/festival/${basket.festival.slug}`, language), label: basket.festival.name }
          : undefined
      }
    >
      {refusal ? (
        <Notice tone="problem" alert className="mb-5">
          {refusal}
        </Notice>
      ) : null}
      {basket ? <Filled basket={basket} /> : null}
      {basket ? null : (
        <EmptyState
          seed="keranjang"
          text={words.empty}
          action={
            <ButtonLink variant="primary" href={pathTo('/', language)}>
              {words.emptyAction}
            </ButtonLink>
          }
        />
      )}
      <OwnOrders orders={ownOrders} />
    </PublicPage>
  );
}

function Filled({ basket }: { basket: BasketView }) {
  const { customer } = useWords();
  const language = useLanguage();
  const words = customer.basket;
  const { festival, stalls, pickup } = basket;
  const held = Math.min(...stalls.flatMap((stall) => stall.lines.map((line) => line.heldUntil)));
  const query = pickup?.kind === 'split' ? `?jam=beda` : '';
  return (
    <div className="panes">
      <div className="stack">
        {stalls.map((stall) => (
          <BasketStall key={stall.participationId} stall={stall} festival={festival} />
        ))}
        <p>
          <ButtonLink href={pathTo(`/festival/${festival.slug}`, language)} icon="plus">
            {words.addMore}
          </ButtonLink>
        </p>
      </div>
      <div className="sticky-pane">
        {festival.state === 'running' ? null : <Notice tone="attention">{words.notRunning}</Notice>}
        {pickup ? <PickupTimes pickup={pickup} stalls={stalls} zone={festival.zone} /> : null}
        <Card className="stack-tight">
          <p className="row-between summary-total">
            <span>{words.total}</span>
            <Money amount={basket.total} strong />
          </p>
          <HeldUntil at={held} zone={festival.zone} />
          {basket.payable ? (
            <ButtonLink variant="primary" wide href={pathTo(`/keranjang/bayar${query}`, language)}>
              {pickup?.kind === 'split' ? words.pickupSplitAction : words.goOn}
            </ButtonLink>
          ) : null}
        </Card>
      </div>
    </div>
  );
}

function OwnOrders({ orders }: { orders: OwnOrder[] }) {
  const { basket } = useWords().customer;
  const language = useLanguage();
  if (orders.length === 0) return null;
  return (
    <Card title={basket.ownOrders} className="mt-5">
      <ul className="stack-tight">
        {orders.map((order) => (
          <li key={order.orderId}>
            <ButtonLink href={pathTo(`/pesanan/${order.orderId}`, language)} icon="paper">
              {basket.ownOrder(order.shortCode)}
            </ButtonLink>{' '}
            <span className="soft">{basket.at(order.festival)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
