import { OrderPage } from '~/components/customer/order-view';
import { toOrderView } from '~/components/customer/to-views';
import { readOrder } from '~/domain/orders/read-order.server';
import { wordsFor } from '~/i18n';
import { parseId } from '~/shared/ids';
import { languageOf } from '~/shared/paths';
import { answerNotFound, pageData } from '~/web/answer.server';
import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/** The address itself is the capability: kept out of caches and indexes. Other sites are told no referrer from any page of ours. */
const GUARDED = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' };

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const orderId = parseId('ord', args.params.orderId);
  const order = orderId ? await readOrder(app.db, orderId) : null;
  if (!order) throw answerNotFound();
  const moved = new URL(args.request.url).searchParams.get('keadaan') === 'berubah';
  return pageData({ order: toOrderView(order, now), moved, pushKey: app.config.push?.publicKey ?? null });
}

export const headers: HeadersFunction = () => GUARDED;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const { customer } = wordsFor(languageOf(location.pathname));
  return [
    { title: data ? `${customer.order.title(data.order.shortCode)} · Pestarasa` : customer.order.notFound },
    { name: 'robots', content: 'noindex' },
  ];
};

export default function OrderRoute() {
  return <OrderPage {...useLoaderData<typeof loader>()} />;
}
