import { type OrderId, parseId, type TapId, type TicketId } from '~/shared/ids';
import { HOUR_MS } from '~/shared/time';
import { soldOutForm } from '../stalls/board-form';
import { acceptForm, type CounterLine, paperForm, readCounterLines, refuseForm } from './board-form';
import type { AcceptMinutes, RefusalReason, TicketState } from './orders';

/** A tap on a board: what one of its buttons would have sent, with an id its phone made. Client-safe. */

export type TicketWish =
  | { act: 'take_cash' | 'ready' | 'hand_over'; ticketId: TicketId }
  | { act: 'accept'; ticketId: TicketId; minutes: AcceptMinutes }
  | { act: 'refuse'; ticketId: TicketId; reason: RefusalReason };

export interface StockWish {
  act: 'sold_out' | 'back';
  listing: number;
  /** Null = the dish. */
  option: number | null;
}

export interface SaleWish {
  act: 'counter_sale';
  orderId: OrderId;
  lines: CounterLine[];
  paper: string | null;
}

/** What a button of the board does. `unknown`: nothing that this version knows. */
export type TapWish = TicketWish | StockWish | SaleWish | { act: 'unknown' };

export type TapActName = TapWish['act'];

export interface Tap {
  id: TapId;
  /** How old it is by the phone's own clock, ms: the phone may not know what time it is here. */
  ago: number;
  wish: TapWish;
}

/** A button as it was tapped: its address below the board, and its form. */
export interface TappedButton {
  to: string;
  fields: readonly (readonly [name: string, value: string])[];
}

export type TapOutcome = 'applied' | 'already' | 'differs';

/** A tap that waited longer is told to the stall instead of being done. */
export const TAP_OLD_MILLISECONDS = 12 * HOUR_MS;

/** Taps of one request. */
export const TAPS_AT_ONCE = 20;

export type TapRefusal = { code: 'tap_too_old' } | { code: 'tap_unknown' };

/** States that a ticket is in once the act has been done, by whomever. */
const DONE: Partial<Record<TapActName, readonly TicketState[]>> = {
  take_cash: ['placed', 'accepted', 'ready', 'handed_over', 'uncollected'],
  accept: ['accepted', 'ready', 'handed_over', 'uncollected'],
  ready: ['ready', 'handed_over', 'uncollected'],
  hand_over: ['handed_over'],
  refuse: ['refused'],
};

/** True when what a tap wanted was there already: another phone was faster, or the answer to an earlier try was lost. */
export function isDoneAlready(act: TapActName, found: TicketState): boolean {
  return DONE[act]?.includes(found) ?? false;
}

const TICKET_ACTS = { lunas: 'take_cash', siap: 'ready', serahkan: 'hand_over' } as const;

/** What a button wants, by the same addresses and forms that work without JavaScript. */
export function readTapWish({ to, fields }: TappedButton): TapWish {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const [, place, name = '', step = ''] = to.split('/');
  if (place === 'bon') return readTicketWish(parseId('tkt', name), step, form);
  if (place === 'stok' && step === 'habis') return readStockWish(Number(name), form);
  return place === 'pesanan-di-stan' ? readSaleWish(form) : { act: 'unknown' };
}

function readTicketWish(ticketId: TicketId | null, step: string, form: FormData): TapWish {
  if (!ticketId) return { act: 'unknown' };
  if (step === 'lunas' || step === 'siap' || step === 'serahkan') return { act: TICKET_ACTS[step], ticketId };
  const fields = Object.fromEntries(form);
  if (step === 'terima') {
    const read = acceptForm.safeParse(fields);
    if (read.success) return { act: 'accept', ticketId, minutes: read.data.menit };
  }
  if (step === 'tolak') {
    const read = refuseForm.safeParse(fields);
    if (read.success) return { act: 'refuse', ticketId, reason: read.data.alasan };
  }
  return { act: 'unknown' };
}

function readStockWish(listing: number, form: FormData): TapWish {
  const read = soldOutForm.safeParse(Object.fromEntries(form));
  if (!read.success || !Number.isSafeInteger(listing)) return { act: 'unknown' };
  const { tindakan, pilihan = null } = read.data;
  return { act: tindakan === 'habis' ? 'sold_out' : 'back', listing, option: pilihan };
}

function readSaleWish(form: FormData): TapWish {
  const orderId = parseId('ord', form.get('pesanan'));
  const lines = readCounterLines(form);
  if (!orderId || !lines) return { act: 'unknown' };
  const paper = paperForm.shape.kertas.safeParse(form.get('kertas') ?? undefined);
  return { act: 'counter_sale', orderId, lines, paper: paper.success ? paper.data : null };
}
