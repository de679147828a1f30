import type { OrderId } from '~/shared/ids';
import type { TicketPlan } from '../orders';
import {
  type AccountFacts,
  type DayFacts,
  dayKey,
  type OrderRequest,
  type OrderSnapshot,
  type SlotFacts,
  type StallFacts,
  type StockFacts,
  type UnpaidFacts,
} from './order-snapshot';

type Scarce = StockFacts | SlotFacts | StallFacts | AccountFacts | UnpaidFacts;

/** The snapshot with what earlier requests of the same batch have already taken from it. */
export class OrderBook {
  readonly #snapshot: OrderSnapshot;
  readonly #placed = new Set<OrderId>();
  /** How much of each scarce row is gone: portions, seconds, pickup numbers, rupiah, unpaid portions. */
  readonly #taken = new Map<Scarce, number>();
  readonly #browsers = new Map<string, OrderId>();

  constructor(snapshot: OrderSnapshot) {
    this.#snapshot = snapshot;
  }

  exists(orderId: OrderId): boolean {
    return this.#snapshot.existing.has(orderId) || this.#placed.has(orderId);
  }

  dayOf(request: OrderRequest): DayFacts {
    const day = this.#snapshot.days.get(dayKey(request.festivalId, request.day));
    if (!day) throw new Error('a request of a day that was not read');
    return day;
  }

  /** Portions left of a dish today; null = unlimited. */
  portionsLeft(day: DayFacts, listing: number): number | null {
    const stock = day.stock.get(listing);
    if (!stock) return null;
    if (stock.soldOutAt !== null) return 0;
    return stock.portionsLeft === null ? null : stock.portionsLeft - this.#takenOf(stock);
  }

  /** Seconds of a slot that are still free. */
  secondsFree(slot: SlotFacts): number {
    return slot.capacitySeconds - slot.usedSeconds - this.#takenOf(slot);
  }

  nextPickupNumber(stall: StallFacts): number {
    return stall.lastPickupNumber + this.#takenOf(stall) + 1;
  }

  /** A right PIN is remembered on the request's session for the very account that pays. */
  hasPinPass({ sessionId, accountId }: OrderRequest): boolean {
    return sessionId !== null && this.#snapshot.pinPasses.get(sessionId)?.accountId === accountId;
  }

  available(request: OrderRequest): number {
    const account = request.accountId && this.#snapshot.accounts.get(request.accountId);
    return account ? account.balance - account.held - this.#takenOf(account) : 0;
  }

  unpaidRoom({ unpaid }: DayFacts): number {
    return unpaid ? unpaid.ceiling - unpaid.portions - this.#takenOf(unpaid) : 0;
  }

  unpaidOrderOf(day: DayFacts, { festivalId, browserHmac }: OrderRequest): OrderId | null {
    if (browserHmac === null) return null;
    return this.#browsers.get(browserKey(festivalId, browserHmac)) ?? day.browsers.get(browserHmac) ?? null;
  }

  /** Writes an accepted order down, so that the next request of the batch sees it. */
  take(day: DayFacts, request: OrderRequest, tickets: readonly TicketPlan[]): void {
    this.#placed.add(request.orderId);
    const isUnpaid = waitsForCash(request);
    const account = request.payment === 'wallet' && request.accountId;
    for (const ticket of tickets) {
      this.#add(day.stalls.get(ticket.participationId), 1);
      this.#add(slotOf(day, ticket), ticket.makeSeconds);
      if (account) this.#add(this.#snapshot.accounts.get(account), ticket.total);
      for (const line of ticket.lines) {
        if (line.portionsTaken > 0) this.#add(day.stock.get(line.listing), line.portionsTaken);
        if (isUnpaid) this.#add(day.unpaid, line.quantity);
      }
    }
    if (isUnpaid && request.browserHmac)
      this.#browsers.set(browserKey(request.festivalId, request.browserHmac), request.orderId);
  }

  #takenOf(row: Scarce): number {
    return this.#taken.get(row) ?? 0;
  }

  #add(row: Scarce | null | undefined, amount: number): void {
    if (!row) throw new Error('something was taken that was not read');
    this.#taken.set(row, this.#takenOf(row) + amount);
  }
}

function slotOf(day: DayFacts, { participationId, slotStartsAt }: TicketPlan): SlotFacts | undefined {
  return day.slots.get(participationId)?.find(({ startsAt }) => startsAt === slotStartsAt);
}

const browserKey = (festivalId: string, browserHmac: string) => `${festivalId}/${browserHmac}`;

/** A customer's order that is paid at the stall; a counter sale has been paid already. */
export function waitsForCash(request: Pick<OrderRequest, 'payment' | 'source'>): boolean {
  return request.payment === 'cash' && request.source === 'customer';
}
