import { accept, type Result, refuse } from '~/shared/result';
import { type LinePlan, MOST_LINES, MOST_OF_ONE_LINE, type PlaceOrderRefusal, type RequestedLine } from '../orders';
import type { OrderBook } from './order-book';
import { type DayFacts, type ListingFacts, type OptionFacts, type OrderRequest, optionKey } from './order-snapshot';

export interface LineOfStall {
  participationId: ListingFacts['participationId'];
  plan: LinePlan;
}

/** A line with its dish and the options chosen. */
interface ReadLine {
  line: RequestedLine;
  listing: ListingFacts;
  options: readonly OptionFacts[];
}

/** Dishes, options, prices and stock of one request. Pure. */
export function decideLines(
  book: OrderBook,
  day: DayFacts,
  { lines }: OrderRequest,
  now: number,
): Result<LineOfStall[], PlaceOrderRefusal> {
  if (lines.length === 0 || lines.some((line) => line.quantity < 1)) return refuse({ code: 'basket_empty' });
  if (lines.length > MOST_LINES || lines.some((line) => line.quantity > MOST_OF_ONE_LINE)) {
    return refuse({ code: 'basket_too_large', lines: MOST_LINES, portions: MOST_OF_ONE_LINE });
  }
  const read: ReadLine[] = [];
  for (const line of lines) {
    const listing = onSale(day, line);
    if (listing) read.push({ line, listing, options: chosenOptions(listing, line) });
  }
  if (read.length < lines.length) {
    const gone = lines.filter((line) => onSale(day, line) === null).map((line) => line.listing);
    return refuse({ code: 'dish_not_sold', listings: [...new Set(gone)] });
  }
  for (const each of read) {
    const problem = optionProblem(day, each);
    if (problem) return refuse(problem);
  }
  const changes = read.flatMap((each) => priceChange(each, now));
  if (changes.length > 0) return refuse({ code: 'price_changed', changes });
  const dishes = read.flatMap((each) => shortage(book, day, each, read));
  if (dishes.length > 0) return refuse({ code: 'sold_out', dishes });
  return accept(read.map((each) => planLine(book, day, each)));
}

function onSale(day: DayFacts, line: RequestedLine): ListingFacts | null {
  const listing = day.listings.get(line.listing);
  return listing && listing.withdrawnAt === null ? listing : null;
}

const NO_OPTIONS: readonly OptionFacts[] = [];

function chosenOptions(listing: ListingFacts, line: RequestedLine): readonly OptionFacts[] {
  if (line.options.length === 0) return NO_OPTIONS;
  return listing.options.filter((option) => line.options.includes(option.number));
}

/** Options must exist, be chosen once, fit each group's minimum and maximum, and not be sold out. */
function optionProblem(day: DayFacts, { line, listing, options }: ReadLine): PlaceOrderRefusal | null {
  if (options.length !== line.options.length) return { code: 'dish_not_sold', listings: [line.listing] };
  for (const group of listing.groups) {
    const count = options.filter((option) => option.groupId === group.id).length;
    if (count < group.min || count > group.max) {
      const { name, min, max } = group;
      return { code: 'options_wrong', listing: line.listing, dish: listing.dishName, group: name, min, max };
    }
  }
  for (const { number, name } of options) {
    if (day.optionsSoldOut.has(optionKey(line.listing, number))) {
      return { code: 'option_sold_out', listing: line.listing, dish: listing.dishName, option: number, name };
    }
  }
  return null;
}

function pricesOf(options: readonly OptionFacts[]): number {
  let sum = 0;
  for (const option of options) sum += option.price;
  return sum;
}

/** A price that was seen holds until `heldUntil`; after that only an equal price passes unasked. */
function priceChange({ line, listing, options }: ReadLine, now: number) {
  const current = listing.festivalPrice + pricesOf(options);
  if (line.price === current || line.heldUntil >= now) return [];
  return [{ listing: line.listing, dish: listing.dishName, was: line.price, now: current }];
}

/** Told once a dish, at its first line, for all its lines together. */
function shortage(book: OrderBook, day: DayFacts, { line, listing }: ReadLine, all: readonly ReadLine[]) {
  const left = book.portionsLeft(day, line.listing);
  if (left === null) return [];
  let wanted = 0;
  for (const other of all) {
    if (other.listing !== listing) continue;
    if (wanted === 0 && other.line !== line) return [];
    wanted += other.line.quantity;
  }
  return left >= wanted ? [] : [{ listing: line.listing, dish: listing.dishName, left, wanted }];
}

function planLine(book: OrderBook, day: DayFacts, { line, listing, options }: ReadLine): LineOfStall {
  const isCounted = book.portionsLeft(day, line.listing) !== null;
  return {
    participationId: listing.participationId,
    plan: {
      listing: line.listing,
      dishId: listing.dishId,
      dishName: listing.dishName,
      options: options.map(({ number, name, price }) => ({ number, name, price })),
      unitPrice: line.price,
      normalPrice: listing.normalPrice + pricesOf(options),
      quantity: line.quantity,
      makeSeconds: listing.makeSeconds * line.quantity,
      lineTotal: line.price * line.quantity,
      portionsTaken: isCounted ? line.quantity : 0,
    },
  };
}
