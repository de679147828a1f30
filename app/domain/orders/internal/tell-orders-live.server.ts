import type { Tx } from '~/platform/app-context';
import { type LiveTopic, tellLive } from '~/platform/live.server';
import type { FestivalId, OrderId, ParticipationId } from '~/shared/ids';
import type { TicketState } from '../orders';

/** A ticket that was placed (`from` null), moved, or had something asked or answered (`from` = `to`). */
export interface TicketMoved {
  festivalId: FestivalId;
  participationId: ParticipationId;
  orderId: OrderId;
  from: TicketState | null;
  to: TicketState;
}

/** What the ready board shows: food being cooked and food that waits. */
const ON_READY_BOARD: readonly (TicketState | null)[] = ['accepted', 'ready'];

/** Every open page that shows these tickets: the order's own, the stall's board, the control room, the ready board. */
export function tellOrdersLive(tx: Tx, tickets: readonly TicketMoved[]): void {
  tellLive(tx, tickets.flatMap(topicsOf));
}

function topicsOf({ festivalId, participationId, orderId, from, to }: TicketMoved): LiveTopic[] {
  const shown = ON_READY_BOARD.includes(from) || ON_READY_BOARD.includes(to);
  return [
    `order:${orderId}`,
    `board:${participationId}`,
    `control:${festivalId}`,
    ...(shown && from !== to ? [`ready:${festivalId}` as const] : []),
  ];
}
