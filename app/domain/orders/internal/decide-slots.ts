import type { ParticipationId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { SLOT_MILLISECONDS } from '../../stalls/stalls';
import type { ChosenSlot, PlaceOrderRefusal } from '../orders';
import type { OrderBook } from './order-book';
import type { DayFacts, OrderRequest, SlotFacts } from './order-snapshot';

export interface SlotNeed {
  participationId: ParticipationId;
  seconds: number;
}

/** Who asks, when, and from what. */
interface Asking {
  book: OrderBook;
  day: DayFacts;
  request: OrderRequest;
  now: number;
}

/**
 * One slot a stall: the chosen one if it still fits, else a refusal.
 * Stalls without a choice get the earliest slot that is free at all of them. Pure; moves nothing silently.
 */
export function decideSlots(
  book: OrderBook,
  day: DayFacts,
  request: OrderRequest,
  needs: readonly SlotNeed[],
  now: number,
): Result<ChosenSlot[], PlaceOrderRefusal> {
  const asking = { book, day, request, now };
  const tooLarge = needs.find((need) => need.seconds > capacityOf(day, need));
  if (tooLarge) {
    return refuse({
      code: 'too_large_for_slot',
      stall: nameOf(day, tooLarge.participationId),
      seconds: tooLarge.seconds,
      capacitySeconds: capacityOf(day, tooLarge),
    });
  }
  const chosen = needs.map((need) => ({
    need,
    startsAt: request.slots.find((slot) => slot.participationId === need.participationId)?.startsAt ?? null,
  }));
  const open = chosen.filter(({ startsAt }) => startsAt === null).map(({ need }) => need);
  const common = open.length > 0 ? earliestCommon(asking, open) : null;
  const full = chosen.filter(({ need, startsAt }) => {
    const at = startsAt ?? common;
    return at === null || !isFree(asking, need, at);
  });
  if (full.length > 0) {
    return refuse({
      code: 'slot_full',
      full: full.map(({ need }) => nameOf(day, need.participationId)),
      needs: [...needs],
      // What to offer instead is read afterwards: only the slots that were named are known here.
      earliest: [],
    });
  }
  return accept(
    chosen.map(({ need, startsAt }) => ({ participationId: need.participationId, startsAt: startsAt ?? common ?? 0 })),
  );
}

function capacityOf(day: DayFacts, need: SlotNeed): number {
  return day.stalls.get(need.participationId)?.slotCapacity ?? 0;
}

function nameOf(day: DayFacts, participationId: ParticipationId): string {
  return day.stalls.get(participationId)?.name ?? '';
}

/** A slot with room. A customer's slot has not begun; a counter sale may take the running one. */
function hasRoom({ book, request, now }: Asking, need: SlotNeed, slot: SlotFacts): boolean {
  const begunMax = request.source === 'counter' ? SLOT_MILLISECONDS : 0;
  return slot.startsAt + begunMax > now && book.secondsFree(slot) >= need.seconds;
}

function isFree(asking: Asking, need: SlotNeed, startsAt: number): boolean {
  const slot = asking.day.slots.get(need.participationId)?.find((one) => one.startsAt === startsAt);
  return slot !== undefined && hasRoom(asking, need, slot);
}

function earliestCommon(asking: Asking, needs: readonly SlotNeed[]): number | null {
  const [first, ...others] = needs;
  if (!first) return null;
  const common = asking.day.slots
    .get(first.participationId)
    ?.find((slot) => hasRoom(asking, first, slot) && others.every((need) => isFree(asking, need, slot.startsAt)));
  return common?.startsAt ?? null;
}
