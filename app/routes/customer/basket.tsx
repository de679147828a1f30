import { BasketPage, type OwnOrder } from '~/components/customer/basket-view';
import { toBasketView } from '~/components/customer/to-views';
import { currentDay, readFestival } from '~/domain/festivals/read-festival.server';
import { readBasketState } from '~/domain/orders/read-basket-state.server';
import { readOrder } from '~/domain/orders/read-order.server';
import { wordsFor } from '~/i18n';
import type { AppContext } from '~/platform/app-context';
import { languageOf } from '~/shared/paths';
import { type Basket, toRequestedLines } from '~/web/basket';
import { readBasket, readOwnOrders } from '~/web/basket.server';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

const OWN_ORDERS_SHOWN = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const basket = readBasket(args.request, app.ports.secrets);
  const ownOrders: OwnOrder[] = [];
  for (const orderId of readOwnOrders(args.request, app.ports.secrets).slice(0, OWN_ORDERS_SHOWN)) {
    const order = await readOrder(app.db, orderId);
    if (order) ownOrders.push({ orderId, shortCode: order.shortCode, festival: order.festivalName });
  }
  return { basket: basket && basket.lines.length > 0 ? await showBasket(app, basket, now) : null, ownOrders };
}

async function showBasket(app: AppContext, basket: Basket, now: number) {
  const festival = await readFestival(app.db, basket.festivalId);
  const day = festival ? currentDay(festival.days, now) : null;
  if (!festival || !day) return null;
  const lines = toRequestedLines(basket.lines);
  return toBasketView(festival, await readBasketState(app.db, { festivalId: festival.id, day: day.day, lines, now }));
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).customer.basket.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export default function BasketRoute() {
  return <BasketPage {...useLoaderData<typeof loader>()} />;
}
