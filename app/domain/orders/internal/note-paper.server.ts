import type { Tx } from '~/platform/app-context';
import type { FestivalId, ParticipationId, TicketId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';

/** The same paper twice in a day is the same sale entered twice. */
export type PaperRefusal = { code: 'paper_number_used'; paper: string; number: number } | { code: 'sold_in_future' };

/** Keeps the paper number with the ticket, so that each is found by the other. */
export async function notePaper(
  tx: Tx,
  {
    festivalId,
    participationId,
    day,
    ticketId,
    paper,
    now,
  }: {
    festivalId: FestivalId;
    participationId: ParticipationId;
    day: string;
    ticketId: TicketId;
    paper: { number: string; soldAt: number | null };
    now: number;
  },
): Promise<Result<undefined, PaperRefusal>> {
  const { number, soldAt } = paper;
  if (soldAt !== null && soldAt > now) return refuse({ code: 'sold_in_future' });
  const noted = await tx
    .insertInto('order_paper')
    .values({
      festival_id: festivalId,
      ticket_id: ticketId,
      participation_id: participationId,
      day,
      number,
      sold_at: soldAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (noted.numInsertedOrUpdatedRows === 1n) return accept();
  const before = await tx
    .selectFrom('order_paper')
    .innerJoin('order_ticket', (join) =>
      join
        .onRef('order_ticket.festival_id', '=', 'order_paper.festival_id')
        .onRef('order_ticket.id', '=', 'order_paper.ticket_id'),
    )
    .select('pickup_number')
    .where('order_paper.festival_id', '=', festivalId)
    .where('order_paper.participation_id', '=', participationId)
    .where('order_paper.day', '=', day)
    .where('order_paper.number', '=', number)
    .executeTakeFirstOrThrow();
  return refuse({ code: 'paper_number_used', paper: number, number: before.pickup_number });
}
