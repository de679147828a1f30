import type { FestivalId, OrderId, ParticipationId, TicketId } from '~/shared/ids';

/** Which ticket, and through whose door: the stall's board, the order's own page, or the worker. */
export type TicketDoor = { ticketId: TicketId } & (
  | { festivalId: FestivalId; participationId: ParticipationId }
  | { orderId: OrderId }
  | { festivalId: FestivalId; by: 'worker' }
);
