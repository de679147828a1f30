/** What customer pages are given to show: plain data, made by the routes out of domain reads. */

interface PhotoView {
  /** Under /berkas. */
  id: string;
  colour: string | null;
}

export interface FestivalView {
  id: string;
  slug: string;
  name: string;
  place: string;
  regionCode: string;
  zone: string;
  startsOn: string;
  endsOn: string;
  /** HH:MM each day. */
  opens: string;
  closes: string;
  state: string;
  story: string | null;
  stallCount?: number;
}

/** Where a stall stands right now; times are instants. */
export interface StandingView {
  state: 'open' | 'paused' | 'silent' | 'not_checked_in' | 'before_opening' | 'closed';
  opensAt: number | null;
  pausedUntil: number | null;
}

export interface StallView {
  participationId: string;
  slug: string;
  name: string;
  booth: number;
  merchantId: string;
  regionCode: string | null;
  photo: PhotoView | null;
  standing: StandingView;
}

export interface StallCardView extends StallView {
  dishCount: number;
  cheapest: number | null;
  dearest: number | null;
  /** All its dishes certified. */
  halal: boolean;
  /** Names of a few dishes, to make hungry. */
  taste: string[];
}

interface OptionView {
  number: number;
  name: string;
  price: number;
  soldOut: boolean;
}

export interface OptionGroupView {
  id: string;
  name: string;
  min: number;
  max: number;
  options: OptionView[];
}

export interface DishView {
  listing: number;
  dishId: string;
  name: string;
  description: string | null;
  section: string | null;
  festivalPrice: number;
  normalPrice: number | null;
  makeSeconds: number | null;
  halal: string;
  allergenAnswer: string;
  allergens: string[];
  spiceLevel: number | null;
  photo: PhotoView | null;
  soldOut: boolean;
  /** Null = unlimited. */
  left: number | null;
  groups: OptionGroupView[];
}

/** A dish in a list across stalls. */
export interface FoundDishView extends DishView {
  stall: StallView;
}

export interface BasketLineView {
  listing: number;
  options: number[];
  dishId: string;
  name: string;
  optionNames: string[];
  quantity: number;
  /** Held price of one. */
  price: number;
  heldUntil: number;
  /** Most that may be chosen now. */
  most: number;
  trouble: LineTrouble | null;
}

export type LineTrouble =
  | { kind: 'price'; now: number }
  | { kind: 'sold_out' }
  | { kind: 'few_left'; left: number }
  | { kind: 'option_gone' };

export interface BasketStallView {
  participationId: string;
  name: string;
  slug: string;
  booth: number;
  merchantId: string;
  regionCode: string | null;
  standing: StandingView;
  lines: BasketLineView[];
  total: number;
  makeSeconds: number;
}

/** When things can be collected: one slot for all, a time a stall, or a stall that has none left. */
export interface PickupView {
  kind: 'together' | 'split' | 'none' | 'too_large';
  slots: { participationId: string; startsAt: number }[];
  /** Other starts with room at every stall, the first included. */
  starts: number[];
  /** For none and too_large: the stall in the way. */
  stall?: string;
  capacitySeconds?: number;
}

export interface BasketView {
  festival: FestivalView;
  stalls: BasketStallView[];
  /** Lines whose dish is no longer on sale. */
  gone: { listing: number; options: number[] }[];
  total: number;
  portions: number;
  pickup: PickupView | null;
  /** True when nothing has to be answered before paying. */
  payable: boolean;
}

export interface TicketView {
  ticketId: string;
  state: string;
  stall: string;
  stallSlug: string;
  booth: number;
  pickupNumber: number;
  slotStartsAt: number;
  promisedAt: number | null;
  expiresAt: number | null;
  total: number;
  refunded: number;
  cashReturned: number;
  endReason: string | null;
  /** The stall wants more time, or has not answered: wait or refund. */
  question: 'slow' | 'late' | null;
  mayCancel: boolean;
  lines: { name: string; options: string[]; quantity: number; total: number }[];
}

export interface OrderView {
  orderId: string;
  shortCode: string;
  festival: { name: string; slug: string; zone: string };
  day: string;
  payment: string;
  total: number;
  tickets: TicketView[];
  readAt: number;
}
