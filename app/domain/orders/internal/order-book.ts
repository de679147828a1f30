import type { AccountId, OrderId } from '~/shared/ids';
import type { TicketPlan } from '../orders';
import {
  browserKey,
  dayKey,
  type OrderRequest,
  type OrderSnapshot,
  type SlotFacts,
  stallKey,
  stockKey,
} from './order-snapshot';

/** The snapshot with what earlier requests of the same batch have already taken from it. */
export class OrderBook {
  readonly #snapshot: OrderSnapshot;
  readonly #placed = new Set<OrderId>();
  readonly #portions = new Map<string, number>();
  readonly #seconds = new Map<string, Map<number, number>>();
  readonly #numbers = new Map<string, number>();
  readonly #held = new Map<AccountId, number>();
  readonly #unpaid = new Map<string, number>();
  readonly #browsers = new Map<string, OrderId>();

  constructor(snapshot: OrderSnapshot) {
    this.#snapshot = snapshot;
  }

  get facts(): OrderSnapshot {
    return this.#snapshot;
  }

  exists(orderId: OrderId): boolean {
    return this.#snapshot.existing.has(orderId) || this.#placed.has(orderId);
  }

  /** Portions left of a dish today; null = unlimited. */
  portionsLeft(festivalId: string, listing: number, day: string): number | null {
    const key = stockKey(festivalId, listing, day);
    const stock = this.#snapshot.stock.get(key);
    if (!stock) return null;
    if (stock.soldOutAt !== null) return 0;
    return stock.portionsLeft === null ? null : stock.portionsLeft - (this.#portions.get(key) ?? 0);
  }

  /** Slots of a stall, earliest first. */
  slotsOf(key: string): readonly SlotFacts[] {
    return this.#snapshot.slots.get(key) ?? [];
  }

  /** Seconds of a slot that are still free. */
  secondsFree(key: string, slot: SlotFacts): number {
    return slot.capacitySeconds - slot.usedSeconds - (this.#seconds.get(key)?.get(slot.startsAt) ?? 0);
  }

  nextPickupNumber(key: string): number {
    return (this.#snapshot.stalls.get(key)?.lastPickupNumber ?? 0) + (this.#numbers.get(key) ?? 0) + 1;
  }

  available(accountId: AccountId): number {
    const account = this.#snapshot.accounts.get(accountId);
    return account ? account.balance - account.held - (this.#held.get(accountId) ?? 0) : 0;
  }

  unpaidRoom(festivalId: string, day: string): number {
    const unpaid = this.#snapshot.unpaid.get(dayKey(festivalId, day));
    return unpaid ? unpaid.ceiling - unpaid.portions - (this.#unpaid.get(dayKey(festivalId, day)) ?? 0) : 0;
  }

  unpaidOrderOf(festivalId: string, browserHmac: string): OrderId | null {
    const key = browserKey(festivalId, browserHmac);
    return this.#browsers.get(key) ?? this.#snapshot.browsers.get(key) ?? null;
  }

  /** Writes an accepted order down, so that the next request of the batch sees it. */
  take(request: OrderRequest, tickets: readonly TicketPlan[]): void {
    this.#placed.add(request.orderId);
    for (const ticket of tickets) {
      const key = stallKey(request.festivalId, ticket.participationId, request.day);
      add(this.#numbers, key, 1);
      const seconds = this.#seconds.get(key) ?? new Map<number, number>();
      this.#seconds.set(key, add(seconds, ticket.slotStartsAt, ticket.makeSeconds));
      for (const line of ticket.lines) {
        add(this.#portions, stockKey(request.festivalId, line.listing, request.day), line.portionsTaken);
        if (waitsForCash(request)) add(this.#unpaid, dayKey(request.festivalId, request.day), line.quantity);
      }
      if (request.payment === 'wallet' && request.accountId) add(this.#held, request.accountId, ticket.total);
    }
    if (waitsForCash(request) && request.browserHmac) {
      this.#browsers.set(browserKey(request.festivalId, request.browserHmac), request.orderId);
    }
  }
}

/** A customer's order that is paid at the stall; a counter sale has been paid already. */
export function waitsForCash(request: Pick<OrderRequest, 'payment' | 'source'>): boolean {
  return request.payment === 'cash' && request.source === 'customer';
}

function add<Key>(map: Map<Key, number>, key: Key, amount: number): Map<Key, number> {
  return map.set(key, (map.get(key) ?? 0) + amount);
}
