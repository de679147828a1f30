import type { ParticipationId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { SLOT_MILLISECONDS } from '../../stalls/stalls';
import type { ChosenSlot, PlaceOrderRefusal } from '../orders';
import type { OrderBook } from './order-book';
import { type OrderRequest, type SlotFacts, stallKey } from './order-snapshot';

export interface SlotNeed {
  participationId: ParticipationId;
  seconds: number;
}

/**
 * One slot a stall: the chosen one if it still fits, else a refusal.
 * Stalls without a choice get the earliest slot that is free at all of them. Pure; moves nothing silently.
 */
export function decideSlots(
  book: OrderBook,
  request: OrderRequest,
  needs: readonly SlotNeed[],
  now: number,
): Result<ChosenSlot[], PlaceOrderRefusal> {
  const tooLarge = needs.find((need) => need.seconds > capacityOf(book, request, need));
  if (tooLarge) {
    return refuse({
      code: 'too_large_for_slot',
      stall: nameOf(book, request, tooLarge.participationId),
      seconds: tooLarge.seconds,
      capacitySeconds: capacityOf(book, request, tooLarge),
    });
  }
  const chosen = needs.map((need) => ({
    need,
    startsAt: request.slots.find((slot) => slot.participationId === need.participationId)?.startsAt ?? null,
  }));
  const open = chosen.filter(({ startsAt }) => startsAt === null).map(({ need }) => need);
  const common = open.length > 0 ? earliestCommon(book, request, open, now) : null;
  const full = chosen.filter(({ need, startsAt }) => {
    const at = startsAt ?? common;
    return at === null || !isFree(book, request, need, at, now);
  });
  if (full.length > 0) {
    return refuse({
      code: 'slot_full',
      full: full.map(({ need }) => nameOf(book, request, need.participationId)),
      needs: [...needs],
      // What to offer instead is read afterwards: only the slots that were named are known here.
      earliest: [],
    });
  }
  return accept(
    chosen.map(({ need, startsAt }) => ({ participationId: need.participationId, startsAt: startsAt ?? common ?? 0 })),
  );
}

function capacityOf(book: OrderBook, request: OrderRequest, need: SlotNeed): number {
  return book.facts.stalls.get(stallKey(request.festivalId, need.participationId, request.day))?.slotCapacity ?? 0;
}

function nameOf(book: OrderBook, request: OrderRequest, participationId: ParticipationId): string {
  return book.facts.stalls.get(stallKey(request.festivalId, participationId, request.day))?.name ?? '';
}

/** A slot with room. A customer's slot has not begun; a counter sale may take the running one. */
function hasRoom(book: OrderBook, request: OrderRequest, need: SlotNeed, slot: SlotFacts, now: number): boolean {
  const begunMax = request.source === 'counter' ? SLOT_MILLISECONDS : 0;
  if (slot.startsAt + begunMax <= now) return false;
  return book.secondsFree(stallKey(request.festivalId, need.participationId, request.day), slot) >= need.seconds;
}

function slotsOf(book: OrderBook, request: OrderRequest, need: SlotNeed): readonly SlotFacts[] {
  return book.slotsOf(stallKey(request.festivalId, need.participationId, request.day));
}

function isFree(book: OrderBook, request: OrderRequest, need: SlotNeed, startsAt: number, now: number): boolean {
  const slot = slotsOf(book, request, need).find((one) => one.startsAt === startsAt);
  return slot !== undefined && hasRoom(book, request, need, slot, now);
}

function earliestCommon(
  book: OrderBook,
  request: OrderRequest,
  needs: readonly SlotNeed[],
  now: number,
): number | null {
  const [first, ...others] = needs;
  if (!first) return null;
  const common = slotsOf(book, request, first).find(
    (slot) =>
      hasRoom(book, request, first, slot, now) &&
      others.every((need) => isFree(book, request, need, slot.startsAt, now)),
  );
  return common?.startsAt ?? null;
}
