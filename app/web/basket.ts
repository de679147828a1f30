import { type FestivalId, newSecretId, type OrderId, parseId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { MINUTE_MS } from '~/shared/time';

/** The price seen holds this long from the moment a line was made. */
export const PRICE_HOLD_MS = 20 * MINUTE_MS;

export interface BasketLine {
  /** Listing number. */
  n: number;
  /** Numbers of the options chosen, ascending. */
  o: number[];
  /** Quantity. */
  q: number;
  /** Price of one with its options, rupiah, as it was seen. */
  p: number;
  /** That price is held until then, epoch ms. */
  h: number;
}

/** What one browser is about to order. Lives in a signed cookie, never in the database. */
export interface Basket {
  festivalId: FestivalId;
  /** Minted with the first line, replaced only after the order was accepted: so that one basket is one order. */
  orderId: OrderId;
  lines: BasketLine[];
}

export interface WantedLine {
  festivalId: FestivalId;
  listing: number;
  options: readonly number[];
  /** 0 takes the line out. */
  quantity: number;
  /** What the menu says now; used only when the line is new. */
  price: number;
  now: number;
}

const ascending = (a: number, b: number) => a - b;

function isSameLine(line: BasketLine, listing: number, options: readonly number[]): boolean {
  return line.n === listing && line.o.join() === [...options].sort(ascending).join();
}

/**
 * Sets how many of a dish are wanted, so that a double tap does no harm. A line that is there already keeps its
 * price and the time it is held: changing a quantity never renews them.
 */
export function setQuantity(
  basket: Basket | null,
  { festivalId, listing, options, quantity, price, now }: WantedLine,
): Result<Basket, { code: 'basket_other_festival' }> {
  if (basket && basket.festivalId !== festivalId && basket.lines.length > 0)
    return refuse({ code: 'basket_other_festival' });
  const kept = basket?.festivalId === festivalId ? basket : newBasket(festivalId);
  const at = kept.lines.findIndex((line) => isSameLine(line, listing, options));
  const lines = [...kept.lines];
  const old = lines[at];
  if (quantity <= 0) {
    if (old) lines.splice(at, 1);
  } else if (old) lines[at] = { ...old, q: quantity };
  else lines.push({ n: listing, o: [...options].sort(ascending), q: quantity, p: price, h: now + PRICE_HOLD_MS });
  return accept({ ...kept, lines });
}

/** The customer said yes to another price: it is held anew, and only then. */
export function acceptPrice(
  basket: Basket,
  { listing, options, price, now }: Omit<WantedLine, 'festivalId' | 'quantity'>,
): Basket {
  return {
    ...basket,
    lines: basket.lines.map((line) =>
      isSameLine(line, listing, options) ? { ...line, p: price, h: now + PRICE_HOLD_MS } : line,
    ),
  };
}

/** An empty basket for another festival; asked before, never silent. */
export function newBasket(festivalId: FestivalId): Basket {
  return { festivalId, orderId: newSecretId('ord'), lines: [] };
}

export function countPortions(basket: Basket | null): number {
  return (basket?.lines ?? []).reduce((sum, line) => sum + line.q, 0);
}

/** Whole rupiah, at the prices held. */
export function totalOf(basket: Basket | null): number {
  return (basket?.lines ?? []).reduce((sum, line) => sum + line.q * line.p, 0);
}

/** Compact text for the cookie: a line is `[listing, quantity, price, held until, …options]`. */
export function packBasket({ festivalId, orderId, lines }: Basket): string {
  return JSON.stringify([1, festivalId, orderId, ...lines.map(({ n, o, q, p, h }) => [n, q, p, h, ...o])]);
}

/** Reads what `packBasket` wrote; null for anything else. */
export function unpackBasket(text: string): Basket | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(read) || read[0] !== 1) return null;
  const festivalId = parseId('fst', read[1]);
  const orderId = parseId('ord', read[2]);
  const lines = read.slice(3);
  if (!festivalId || !orderId || !lines.every(isPackedLine)) return null;
  return { festivalId, orderId, lines: lines.map(([n, q, p, h, ...o]) => ({ n, o, q, p, h }) as BasketLine) };
}

function isPackedLine(line: unknown): line is number[] {
  return Array.isArray(line) && line.length >= 4 && line.every((each) => Number.isSafeInteger(each) && each >= 0);
}

/** Lines in the words of an order. */
export function toRequestedLines(lines: readonly BasketLine[]) {
  return lines.map(({ n, o, q, p, h }) => ({ listing: n, options: o, quantity: q, price: p, heldUntil: h }));
}
