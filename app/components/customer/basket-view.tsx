import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
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
}

/** The basket across stalls: what, how much, when, and what has to be answered before paying. */
export function BasketPage({ basket, ownOrders }: BasketPageProps) {
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
  const held = stalls.flatMap((stall) => stall.lines.map((line) => line.heldUntil));
  const query = pickup?.kind === 'split' ? `?jam=beda` : '';
  return (
    <div className="panes">
      <div className="stack">
        {basket.gone.length > 0 ? <GoneLines basket={basket} /> : null}
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
          {held.length > 0 ? <HeldUntil at={Math.min(...held)} zone={festival.zone} /> : null}
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

/** Dishes that left the festival: nothing is known of them but that they can go. */
function GoneLines({ basket }: { basket: BasketView }) {
  const words = useWords().customer.basket;
  const language = useLanguage();
  return (
    <Notice
      tone="attention"
      title={words.goneTitle}
      ways={basket.gone.map((line) => (
        <form key={line.listing} action={pathTo('/keranjang/isi', language)} method="post">
          <input type="hidden" name="festival" value={basket.festival.slug} />
          <input type="hidden" name="menu" value={line.listing} />
          <input type="hidden" name="pilihan" value={line.options.join('.')} />
          <input type="hidden" name="jumlah" value="0" />
          <Button>{words.goneDrop}</Button>
        </form>
      ))}
    />
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
          <li key={order.orderId} className="row">
            <ButtonLink href={pathTo(`/pesanan/${order.orderId}`, language)} icon="paper">
              {basket.ownOrder(order.shortCode)}
            </ButtonLink>
            <span className="soft">{basket.at(order.festival)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
