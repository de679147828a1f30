import type { Festival } from '~/domain/festivals/read-festival.server';
import type { FestivalCard } from '~/domain/festivals/read-festival-lists.server';
import type {
  BasketPickup,
  BasketState,
  BasketStateLine,
  BasketTrouble,
} from '~/domain/orders/read-basket-state.server';
import type { Order, TicketOfOrder } from '~/domain/orders/read-order.server';
import type { BasketDish } from '~/domain/stalls/read-listed-dishes.server';
import type { StallCard } from '~/domain/stalls/read-stall-cards.server';
import type { ListedDish, StallOnDay } from '~/domain/stalls/read-stall-page.server';
import { formatOption } from '~/i18n/format';
import type {
  BasketLineView,
  BasketStallView,
  BasketView,
  DishView,
  FestivalView,
  FoundDishView,
  LineTrouble,
  OrderView,
  PickupView,
  StallCardView,
  StallView,
  TicketView,
} from './views';

/** From what the domain reads to what customer pages show: only what a page may know. */

export function toFestivalView(festival: Festival | FestivalCard): FestivalView {
  const { id, slug, name, place, regionCode, zone, startsOn, endsOn, opens, closes, state } = festival;
  const story = 'story' in festival ? festival.story : null;
  const stallCount = 'participantCount' in festival ? festival.participantCount : undefined;
  return { id, slug, name, place, regionCode, zone, startsOn, endsOn, opens, closes, state, story, stallCount };
}

export function toStallView(stall: StallOnDay): StallView {
  const { participationId, slug, name, booth, merchantId, regionCode, photoFileId, standing, opensAt, pausedUntil } =
    stall;
  return {
    participationId,
    slug,
    name,
    booth,
    merchantId,
    regionCode,
    photo: photoFileId ? { id: photoFileId, colour: null } : null,
    standing: { state: standing, opensAt, pausedUntil },
  };
}

/** `counted`: whether the page may say how many portions are left (never on a cached page). */
export function toDishView(listed: ListedDish, counted: boolean): DishView {
  const { dish } = listed;
  return {
    listing: listed.number,
    dishId: dish.id,
    name: dish.name,
    description: dish.description,
    section: dish.category,
    festivalPrice: listed.festivalPrice,
    normalPrice: listed.normalPrice,
    makeSeconds: dish.makeSeconds,
    halal: dish.halal,
    allergenAnswer: dish.allergenAnswer,
    allergens: dish.allergens,
    spiceLevel: dish.spiceLevel,
    photo: dish.photo,
    soldOut: listed.soldOut === 'yes',
    left: counted ? listed.portionsLeft : null,
    groups: dish.groups.map((group) => ({
      id: group.id,
      name: group.name,
      min: group.min,
      max: group.max,
      options: group.options.map(({ number, name, price }) => ({
        number,
        name,
        price,
        soldOut: listed.optionsSoldOut.includes(number),
      })),
    })),
  };
}

export function toFoundDish(found: BasketDish, counted: boolean): FoundDishView {
  return { ...toDishView(found, counted), stall: toStallView(found.stall) };
}

export function toStallCard(stall: StallCard): StallCardView {
  const { dishCount, cheapest, dearest, halal, taste } = stall;
  return { ...toStallView(stall), dishCount, cheapest, dearest, halal: halal === 'yes', taste };
}

export function toBasketView(festival: Festival, state: BasketState): BasketView {
  const stalls = state.stalls.map(
    ({ stall, lines, total, makeSeconds }): BasketStallView => ({
      ...toStallView(stall),
      lines: lines.map(toLineView),
      total,
      makeSeconds,
    }),
  );
  return {
    festival: toFestivalView(festival),
    stalls,
    gone: state.gone.map(({ listing, options }) => ({ listing, options: [...options] })),
    total: state.total,
    portions: stalls.flatMap((stall) => stall.lines).reduce((sum, line) => sum + line.quantity, 0),
    pickup: state.pickup ? toPickupView(state.pickup, stalls) : null,
    payable: festival.state === 'running' && state.payable === 'yes',
  };
}

function toLineView(line: BasketStateLine): BasketLineView {
  return {
    listing: line.listing,
    options: [...line.options],
    dishId: line.dish.dish.id,
    name: line.dish.dish.name,
    optionNames: line.optionNames.map(formatOption),
    quantity: line.quantity,
    price: line.price,
    heldUntil: line.heldUntil,
    most: line.most,
    trouble: toTrouble(line.trouble),
  };
}

function toTrouble(trouble: BasketTrouble | null): LineTrouble | null {
  return trouble?.kind === 'options_changed' ? { kind: 'option_gone' } : trouble;
}

function toPickupView(pickup: BasketPickup, stalls: BasketStallView[]): PickupView {
  if (pickup.kind === 'together') {
    const slots = stalls.map(({ participationId }) => ({ participationId, startsAt: pickup.startsAt }));
    return { kind: 'together', slots, starts: pickup.starts };
  }
  if (pickup.kind === 'split') return { kind: 'split', slots: pickup.slots, starts: [] };
  const stall = stalls.find(({ participationId }) => participationId === pickup.participationId)?.name ?? '';
  return pickup.kind === 'none'
    ? { kind: 'none', slots: [], starts: [], stall }
    : { kind: 'too_large', slots: [], starts: [], stall, capacitySeconds: pickup.capacitySeconds };
}

export function toOrderView(order: Order, readAt: number): OrderView {
  return {
    orderId: order.id,
    shortCode: order.shortCode,
    festival: { name: order.festivalName, slug: order.festivalSlug, zone: order.zone },
    day: order.day,
    payment: order.payment,
    total: order.total,
    tickets: order.tickets.map(toTicketView),
    readAt,
  };
}

function toTicketView(ticket: TicketOfOrder): TicketView {
  const { state, pickupNumber, slotStartsAt, promisedAt, expiresAt, total, refunded, cashReturned, endReason } = ticket;
  return {
    ticketId: ticket.id,
    state,
    stall: ticket.stall,
    stallSlug: ticket.stallSlug,
    booth: ticket.booth,
    pickupNumber,
    slotStartsAt,
    promisedAt,
    expiresAt,
    total,
    refunded,
    cashReturned,
    endReason,
    question: ticket.asks === 'no' ? null : state === 'accepted' ? 'late' : 'slow',
    mayCancel: state === 'awaiting_cash' || state === 'placed',
    lines: ticket.lines.map((line) => ({
      name: line.dish,
      options: line.options.map((option) => formatOption(option.name)),
      quantity: line.quantity,
      total: line.total,
    })),
  };
}
