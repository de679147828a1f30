import type { IncomingMessage, ServerResponse } from 'node:http';
import { payForm } from '~/domain/orders/basket-form';
import { orderOfBasket, type WalletPayer } from '~/domain/orders/order-of-basket';
import type { OrderRequest } from '~/domain/orders/place-orders.server';
import { QueueFull } from '~/platform/bounded-queue';
import { languageOf, plainPath } from '~/shared/paths';
import { toRequestedLines } from '~/web/basket';
import { type BrowserMark, markBrowser, placedHeaders, readBasket } from '~/web/basket.server';
import type { CookieRequest } from '~/web/cookies.server';
import { parseForm } from '~/web/form.server';
import { readSessionSecret } from '~/web/session-cookie.server';
import { sendBusyPage } from '../busy-page';
import type { Boarded } from './boarding';
import type { OrderLane, PlaceOrder } from './order-lane';

const PAY = '/keranjang/bayar';

/** A payment whose head was judged and whose body was read. */
export interface PaymentPost {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  body: Buffer;
}

export function isPayment({ method }: IncomingMessage, url: URL): boolean {
  return method === 'POST' && plainPath(url.pathname) === PAY;
}

/**
 * Answers a payment that needs no page. Null when it has answered. What must be explained on the page (a refusal, a
 * wrong form, a typed PIN) goes to the page's action, with the way to place an order that the action shall use:
 * what the lane has refused already is not tried a second time.
 */
export async function takePayment(lane: OrderLane, post: PaymentPost): Promise<PlaceOrder | null> {
  try {
    if (lane.isFull()) throw new QueueFull('orders');
    const read = await readPayment(lane, post);
    if (!read) return lane.placeOrder;
    const placed = await lane.placeOrder(read.order);
    if (placed.ok) return sendPlaced(lane, post, { ...read, orderId: placed.value.orderId });
    if (placed.refusal.code === 'too_many_at_once') return turnAway(post);
    return async (order) => (order.orderId === read.order.orderId ? placed : lane.placeOrder(order));
  } catch (error) {
    if (error instanceof QueueFull) return turnAway(post);
    // The page's action tells it like every failure: logged once, with a short reference on the page.
    return () => Promise.reject(error);
  }
}

function turnAway({ request, response, url, body }: PaymentPost): null {
  sendBusyPage(request, response, { url, form: body });
  return null;
}

interface ReadPayment {
  order: OrderRequest;
  browser: BrowserMark;
}

/** The same steps as the page's action up to the order; null where that has something to say. */
async function readPayment({ app, board }: OrderLane, post: PaymentPost): Promise<ReadPayment | null> {
  const cookies = cookiesOf(post);
  const basket = readBasket(cookies, app.ports.secrets);
  const form = await parseForm(new URLSearchParams(post.body.toString('utf8')), payForm);
  if (!basket || !form.ok || form.value.pin !== '') return null;
  const boarded = await board.add({ festivalId: basket.festivalId, secret: readSessionSecret(cookies) });
  const { payment, slots } = form.value;
  const payer = payment === 'wallet' ? payerOf(boarded) : null;
  if (boarded.day === null || (payment === 'wallet' && !payer)) return null;
  const browser = markBrowser(cookies, app.ports.secrets);
  const order = orderOfBasket({
    basket: { ...basket, lines: toRequestedLines(basket.lines) },
    day: boarded.day,
    payer,
    browserHmac: browser.hmac,
    language: languageOf(post.url.pathname),
    slots,
  });
  return { order, browser };
}

/** Whoever typed no PIN pays with one remembered on her session, or not at all. */
function payerOf({ session, accountId }: Boarded): WalletPayer | null {
  if (!session || !accountId) return null;
  return { personId: session.person.id, accountId, pinCheckedAt: null, sessionId: session.id };
}

function sendPlaced(
  { app }: OrderLane,
  post: PaymentPost,
  { orderId, browser }: Pick<ReadPayment, 'browser'> & Pick<OrderRequest, 'orderId'>,
): null {
  const language = languageOf(post.url.pathname);
  const headers = placedHeaders(cookiesOf(post), app.ports.secrets, { orderId, browser, language });
  post.response.writeHead(303, { ...headers, 'Cache-Control': 'private, no-store', 'Content-Length': '0' }).end();
  return null;
}

function cookiesOf({ request, url }: PaymentPost): CookieRequest {
  return { url: url.href, headers: { get: () => request.headers.cookie ?? null } };
}
