import { accept, type Result, refuse } from '~/shared/result';
import { type LinePlan, MOST_LINES, MOST_OF_ONE_LINE, type PlaceOrderRefusal, type RequestedLine } from '../orders';
import type { OrderBook } from './order-book';
import { type ListingFacts, listingKey, type OrderRequest, optionKey } from './order-snapshot';

export interface LineOfStall {
  participationId: ListingFacts['participationId'];
  plan: LinePlan;
}

/** Dishes, options, prices and stock of one request. Pure. */
export function decideLines(
  book: OrderBook,
  request: OrderRequest,
  now: number,
): Result<LineOfStall[], PlaceOrderRefusal> {
  const { lines } = request;
  if (lines.length === 0 || lines.some((line) => line.quantity < 1)) return refuse({ code: 'basket_empty' });
  if (lines.length > MOST_LINES || lines.some((line) => line.quantity > MOST_OF_ONE_LINE)) {
    return refuse({ code: 'basket_too_large', lines: MOST_LINES, portions: MOST_OF_ONE_LINE });
  }
  const gone = lines.filter((line) => onSale(book, request, line) === null).map((line) => line.listing);
  if (gone.length > 0) return refuse({ code: 'dish_not_sold', listings: [...new Set(gone)] });
  for (const line of lines) {
    const problem = optionProblem(book, request, line);
    if (problem) return refuse(problem);
  }
  const changes = priceChanges(book, request, now);
  if (changes.length > 0) return refuse({ code: 'price_changed', changes });
  const dishes = shortages(book, request);
  if (dishes.length > 0) return refuse({ code: 'sold_out', dishes });
  return accept(lines.map((line) => planLine(book, request, line)));
}

function onSale(book: OrderBook, request: OrderRequest, line: RequestedLine): ListingFacts | null {
  const listing = book.facts.listings.get(listingKey(request.festivalId, line.listing));
  return listing && listing.withdrawnAt === null ? listing : null;
}

function listingOf(book: OrderBook, request: OrderRequest, line: RequestedLine): ListingFacts {
  const listing = onSale(book, request, line);
  if (!listing) throw new Error(`listing ${line.listing} was checked before`);
  return listing;
}

/** Options must exist, be chosen once, fit each group's minimum and maximum, and not be sold out. */
function optionProblem(book: OrderBook, request: OrderRequest, line: RequestedLine): PlaceOrderRefusal | null {
  const listing = listingOf(book, request, line);
  const chosen = listing.options.filter((option) => line.options.includes(option.number));
  if (chosen.length !== line.options.length) return { code: 'dish_not_sold', listings: [line.listing] };
  for (const group of listing.groups) {
    const count = chosen.filter((option) => option.groupId === group.id).length;
    if (count < group.min || count > group.max) {
      const { name, min, max } = group;
      return { code: 'options_wrong', listing: line.listing, dish: listing.dishName, group: name, min, max };
    }
  }
  for (const { number, name } of chosen) {
    if (book.facts.optionsSoldOut.has(optionKey(request.festivalId, line.listing, number, request.day))) {
      return { code: 'option_sold_out', listing: line.listing, dish: listing.dishName, option: number, name };
    }
  }
  return null;
}

function priceNow(listing: ListingFacts, line: RequestedLine): number {
  return listing.options
    .filter((option) => line.options.includes(option.number))
    .reduce((sum, option) => sum + option.price, listing.festivalPrice);
}

/** A price that was seen holds until `heldUntil`; after that only an equal price passes unasked. */
function priceChanges(book: OrderBook, request: OrderRequest, now: number) {
  return request.lines.flatMap((line) => {
    const listing = listingOf(book, request, line);
    const current = priceNow(listing, line);
    if (line.price === current || line.heldUntil >= now) return [];
    return [{ listing: line.listing, dish: listing.dishName, was: line.price, now: current }];
  });
}

function shortages(book: OrderBook, request: OrderRequest) {
  const wanted = new Map<number, number>();
  for (const line of request.lines) wanted.set(line.listing, (wanted.get(line.listing) ?? 0) + line.quantity);
  return [...wanted].flatMap(([number, quantity]) => {
    const left = book.portionsLeft(request.festivalId, number, request.day);
    if (left === null || left >= quantity) return [];
    const listing = book.facts.listings.get(listingKey(request.festivalId, number));
    return [{ listing: number, dish: listing?.dishName ?? '', left, wanted: quantity }];
  });
}

function planLine(book: OrderBook, request: OrderRequest, line: RequestedLine): LineOfStall {
  const listing = listingOf(book, request, line);
  const options = listing.options
    .filter((option) => line.options.includes(option.number))
    .map(({ number, name, price }) => ({ number, name, price }));
  const counted = book.portionsLeft(request.festivalId, line.listing, request.day) !== null;
  const extra = options.reduce((sum, option) => sum + option.price, 0);
  return {
    participationId: listing.participationId,
    plan: {
      listing: line.listing,
      dishId: listing.dishId,
      dishName: listing.dishName,
      options,
      unitPrice: line.price,
      normalPrice: listing.normalPrice + extra,
      quantity: line.quantity,
      makeSeconds: listing.makeSeconds * line.quantity,
      lineTotal: line.price * line.quantity,
      portionsTaken: counted ? line.quantity : 0,
    },
  };
}
