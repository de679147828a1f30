import { type OrderId, parseId } from '~/shared/ids';
import type { Language } from '~/shared/language';
import { pathTo } from '~/shared/paths';
import { accept, type Result, refuse } from '~/shared/result';
import { type Basket, packBasket, unpackBasket } from './basket';
import { type CookieRequest, readCookie, writeCookie } from './cookies.server';

/** Signing and look-up; `app.ports.secrets` fits. */
export interface Signer {
  sign: (value: string, purpose: string) => string;
  verify: (signed: string, purpose: string) => string | null;
  hmac: (text: string) => string;
}

const BASKET = 'keranjang';
const ORDERS = 'pesanan';
const BROWSER = 'peramban';

/** Browsers keep 4,096 bytes a cookie with its name and attributes. */
export const BASKET_BYTES_MAX = 3_500;
const BASKET_SECONDS = 12 * 3_600;
const ORDERS_SECONDS = 2 * 24 * 3_600;
const BROWSER_SECONDS = 365 * 24 * 3_600;
const ORDERS_MAX = 6;

/** The basket of this browser; null when there is none, or when it is not one that we signed. */
export function readBasket(request: CookieRequest, signer: Signer): Basket | null {
  const text = readSigned(request, BASKET, signer);
  return text === null ? null : unpackBasket(text);
}

/** The `Set-Cookie` value of a basket. Refused where a browser would drop it. */
export function writeBasket(
  request: CookieRequest,
  signer: Signer,
  basket: Basket,
): Result<string, { code: 'basket_too_big' }> {
  const value = signed(packBasket(basket), BASKET, signer);
  if (value.length > BASKET_BYTES_MAX) return refuse({ code: 'basket_too_big' });
  return accept(writeCookie(request, BASKET, value, { maxAge: BASKET_SECONDS }));
}

/** Takes the basket away: after its order was accepted. */
export function clearBasket(request: CookieRequest): string {
  return writeCookie(request, BASKET, '', { maxAge: 0 });
}

/** Orders this browser placed lately, newest first, so that their pages are found again without an account. */
export function readOwnOrders(request: CookieRequest, signer: Signer): OrderId[] {
  const text = readSigned(request, ORDERS, signer) ?? '';
  return text.split(' ').flatMap((id) => parseId('ord', id) ?? []);
}

export function writeOwnOrder(request: CookieRequest, signer: Signer, orderId: OrderId): string {
  const ids = [orderId, ...readOwnOrders(request, signer).filter((id) => id !== orderId)].slice(0, ORDERS_MAX);
  return writeCookie(request, ORDERS, signed(ids.join(' '), ORDERS, signer), { maxAge: ORDERS_SECONDS });
}

export interface BrowserMark {
  /** What the database keeps: one unpaid order a browser. */
  hmac: string;
  /** Set it with the answer. */
  cookie: string;
}

/** Tells one browser from another by a secret of its own; made when it places its first order. */
export function markBrowser(request: CookieRequest, signer: Signer): BrowserMark {
  const known = readSigned(request, BROWSER, signer);
  const secret = known ?? randomText();
  // A signature that fitted need not be made again.
  const value = (known !== null && readCookie(request, BROWSER)) || signed(secret, BROWSER, signer);
  const cookie = writeCookie(request, BROWSER, value, { maxAge: BROWSER_SECONDS });
  return { hmac: signer.hmac(`browser\n${secret}`), cookie };
}

/** What a browser is told of its accepted order: where it stands, that the basket is empty, how to find it again. */
export function placedHeaders(
  request: CookieRequest,
  signer: Signer,
  { orderId, browser, language }: { orderId: OrderId; browser: BrowserMark; language: Language },
): { Location: string; 'Set-Cookie': string[] } {
  return {
    Location: pathTo(`/pesanan/${orderId}`, language),
    'Set-Cookie': [clearBasket(request), writeOwnOrder(request, signer, orderId), browser.cookie],
  };
}

function signed(text: string, purpose: string, signer: Signer): string {
  return signer.sign(Buffer.from(text, 'utf8').toString('base64url'), purpose);
}

function readSigned(request: CookieRequest, name: string, signer: Signer): string | null {
  const value = readCookie(request, name);
  const body = value ? signer.verify(value, name) : null;
  return body === null ? null : Buffer.from(body, 'base64url').toString('utf8');
}

function randomText(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
}
